import type { Option } from '../message';
import type { Reading } from './reading';
import { cuesOf } from './reading';

const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['second', 1],
  ['third', 2],
  ['fourth', 3],
  ['fifth', 4],
  ['sixth', 5],
  ['seventh', 6],
  ['eighth', 7],
]);
const digitOrdinals = new Set(['st', 'nd', 'rd', 'th']);
const emptyWords = new Set(
  'a an the i my me it is am or and of to in on at up that this with have has be do does can not no it when one don t s m re ll for clear reason came really sure never very been from since pain back'.split(
    ' ',
  ),
);

/** Roughly without its ending, so that "leaking" meets "leak". */
const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 3));
const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Options named by their place: "the second", "1 and 3", "last one". */
function byPlace(reading: Reading, options: readonly Option[]): Option[] {
  const { tokens } = reading;
  const places: number[] = [];
  for (const [at, { word }] of tokens.entries()) {
    const next = tokens[at + 1]?.word ?? '';
    const ordinal = ordinals.get(word);
    if (ordinal !== undefined) places.push(ordinal);
    else if (word === 'last' || word === 'final') {
      const before = tokens[at - 1]?.word;
      if (before === 'the' || next === 'one' || tokens.length <= 2) places.push(options.length - 1);
    } else if (/^\d$/.test(word)) {
      const previous = tokens[at - 1]?.word ?? '';
      const isAlone = tokens.every(
        (token) =>
          /^\d$/.test(token.word) || emptyWords.has(token.word) || optionWords.has(token.word),
      );
      if (digitOrdinals.has(next) || optionWords.has(previous) || isAlone)
        places.push(Number(word) - 1);
    }
  }
  return [...new Set(places)].flatMap((place) => options[place] ?? []);
}

const optionWords = new Set([
  'option',
  'number',
  'no',
  'answer',
  'choice',
  '#',
  'only',
  'just',
  'both',
]);

/** Options whose title or id the words repeat, wholly or by a word that no other option has. */
function byWords(reading: Reading, options: readonly Option[]): Option[] {
  const said = reading.tokens.map(({ word }) => word).filter((word) => !emptyWords.has(word));
  const saidText = ` ${plain(reading.text).join(' ')} `;
  const whole = options.filter(
    ({ id, title }) =>
      saidText === ` ${plain(title).join(' ')} ` ||
      saidText === ` ${plain(id).join(' ')} ` ||
      (plain(title).length > 1 && saidText.includes(` ${plain(title).join(' ')} `)),
  );
  if (whole.length > 0) return whole;
  const wordsOfOption = options.map(
    ({ id, title }) =>
      new Set([...plain(title), ...plain(id)].filter((word) => !emptyWords.has(word)).map(stem)),
  );
  const counts = new Map<string, number>();
  for (const words of wordsOfOption)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const saidStems = new Set(said.map(stem));
  return options.filter((_, index) =>
    [...(wordsOfOption[index] ?? [])].some((word) => counts.get(word) === 1 && saidStems.has(word)),
  );
}

/** The options that an utterance picks, in the order in which they were offered. */
export function chosen(reading: Reading, options: readonly Option[]): readonly Option[] {
  const open = options.filter(({ id }) => id !== 'none');
  const isAll = cuesOf(reading, 'answer-all').length > 0;
  const isBoth = cuesOf(reading, 'answer-both').length > 0;
  if (isAll || (isBoth && open.length === 2)) return open;
  const placed = byPlace(reading, options);
  const picked = new Set(placed.length > 0 ? placed : byWords(reading, options));
  return options.filter((option) => picked.has(option));
}
