import { faultLine, loadPack, type PackFile } from '../../knowledge';
import { smallPack } from './small-pack';

const flag = /id: ([a-z-]+)/.exec(
  smallPack().find(({ path }) => path === 'triage.yaml')?.text ?? '',
)?.[1];

function faultsWith(text: string): readonly string[] {
  const files: readonly PackFile[] = [...smallPack(), { path: 'en/sayings/one.yaml', text }];
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.faults.map(faultLine);
}

describe('sayings of a pack', () => {
  test('are none where the pack has no file of them', () => {
    const loaded = loadPack(smallPack());
    expect(loaded.ok && loaded.pack.words.get('en')?.sayings).toEqual([]);
  });

  test('are read with what they are unlike', () => {
    const text = `flag: ${flag}\nsays:\n  - it is there\nunlike:\n  - it looks like it\n`;
    const loaded = loadPack([...smallPack(), { path: 'en/sayings/one.yaml', text }]);
    expect(loaded.ok && loaded.pack.words.get('en')?.sayings).toEqual([
      { flag, says: ['it is there'], unlike: ['it looks like it'], qualified: {} },
    ]);
  });

  test('are refused for a flag that does not exist', () => {
    expect(faultsWith('flag: rash\nsays:\n  - it itches\n')).toEqual([
      'en/sayings/one.yaml:1 there is no flag "rash"',
    ]);
  });

  test('are refused for a qualifier that the flag does not have', () => {
    const text = `flag: ${flag}\nsays:\n  - it is there\nqualified:\n  purple:\n    - it is purple\n`;
    expect(faultsWith(text)).toEqual([
      'en/sayings/one.yaml:5 there is no qualifier of this flag "purple"',
    ]);
  });

  test('are refused when one stands twice', () => {
    const text = `flag: ${flag}\nsays:\n  - it is there\nunlike:\n  - It is there\n`;
    expect(faultsWith(text)).toEqual([
      'en/sayings/one.yaml:5 saying "It is there" is listed twice, first at en/sayings/one.yaml:3',
    ]);
  });
});
