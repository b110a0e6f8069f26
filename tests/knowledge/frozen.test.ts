import { loadPack } from '../../knowledge';
import { smallPack } from './small-pack';

function frozenDeep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const inside = value instanceof Map ? [...value.values()] : Object.values(value);
  return Object.isFrozen(value) && inside.every(frozenDeep);
}

describe('a loaded pack', () => {
  const loaded = loadPack(smallPack());
  if (!loaded.ok) throw new Error('the small pack has faults');
  const { pack } = loaded;

  it('is frozen in depth', () => {
    expect(frozenDeep(pack)).toBe(true);
  });

  it('refuses to be changed through its maps', () => {
    const { rules } = pack;
    if (!(rules instanceof Map)) throw new Error('rules are no map');
    expect(() => rules.set('fever', null)).toThrow('frozen');
    expect(() => rules.delete('fever')).toThrow('frozen');
    expect(() => {
      rules.clear();
    }).toThrow('frozen');
    expect([...rules.keys()]).toEqual(['fever', 'trauma', 'self-harm']);
  });

  it('gives each answer the topic and the reviewer of its file', () => {
    expect(pack.words.get('en')?.answers.get('heat')).toMatchObject({
      topic: 'basics',
      reviewer: 'pending',
      reviewed: '2026-11-22',
    });
  });
});
