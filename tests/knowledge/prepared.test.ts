import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Learned } from '../../dialogs';
import { createUnderstanding } from '../../dialogs/understanding/understanding';
import { createRetriever, type PackWords } from '../../knowledge';
import { packOf } from '../../src/knowledge/open-pack';
import { defaultPackDirectory } from '../../src/knowledge/pack-directory';
import { readPrepared, writePrepared } from '../../src/knowledge/prepared';
import { readPackFiles } from '../../src/knowledge/read-pack-files';

const files = readPackFiles(defaultPackDirectory());
const pack = packOf(files, 'the pack');
const english = wordsOf(pack.words.get('en'));
const folder = mkdtempSync(path.join(tmpdir(), 'lumbar-prepared-'));
const place = path.join(folder, 'prepared.bin');
const learned = new Map<string, Learned>();
const fresh = createUnderstanding(english, pack.rules, createRetriever(english), {
  recall: () => null,
  keep: (locale, one) => learned.set(locale, one),
});
writePrepared(files, { pack, learned }, place);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wordsOf(words: PackWords | undefined): PackWords {
  if (words === undefined) throw new Error('the pack has no English');
  return words;
}

test('what the build kept is the pack that its files make, frozen', () => {
  const kept = readPrepared(files, place);
  expect(kept?.pack).toEqual(pack);
  const topics = kept?.pack.words.get('en')?.topics;
  expect(Object.isFrozen(topics)).toBe(true);
});

test('a start that recalls understands what a start that learns does', () => {
  const kept = readPrepared(files, place);
  const recalling = createUnderstanding(english, pack.rules, createRetriever(english), {
    recall: (locale) => kept?.learned.get(locale) ?? null,
    keep: () => undefined,
  });
  const expectation = { question: null, now: '2026-11-22T12:00:00.000Z' };
  for (const said of [
    'my bladder stopped sending the memo, i only know by the clock',
    'no fever, just stiff, but my foot drags',
    'heat or ice?',
    'fell off a ladder and my legs feel like jelly',
  ]) {
    expect(recalling(said, expectation)).toEqual(fresh(said, expectation));
  }
});

test('after a clinician has edited a file, what was kept of the old one is not used', () => {
  const [first, ...rest] = files;
  const edited = first ? [{ ...first, text: `${first.text}\n# edited` }, ...rest] : [];
  expect(readPrepared(edited, place)).toBeNull();
});
