import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parametersOf, phrase } from '../../dialogs/phrase';
import { standardChoices, standardYesNo } from '../../dialogs/pack-questions';
import { slotNames } from '../../knowledge';
import { pack } from './talk';

const english = pack.words.get('en');
if (english === undefined) throw new Error('the pack has no English');
const words = english;

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'understanding' ? '' : sources(path);
      return readFileSync(path, 'utf8');
    })
    .join('\n');
}
const code = sources(join(__dirname, '../../dialogs'));

const tiers = ['none', 'emergency', 'urgent', 'soon', 'self-care'];
const graveTiers = ['emergency', 'urgent'];
const questions = [...Object.keys(standardChoices), ...standardYesNo, 'ask-question'];
const kebab = (slot: string): string => slot.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`);

/** Phrases whose ids are put together, spelled out. */
const composed: readonly string[] = [
  ...questions.flatMap((id) => [`ask-${id}`, `again-${id}`]),
  ...Object.entries(standardChoices).flatMap(([id, options]) =>
    options.map((option) => `${id}-${option}`),
  ),
  ...['declined', 'close', 'bye', 'noted'].flatMap((stem) =>
    tiers.map((tier) => `${stem}-${tier}`),
  ),
  ...['emergency', 'crisis', 'urgent', 'soon', 'self-care'].flatMap((id) => [id, `${id}-again`]),
  ...graveTiers.flatMap((tier) => [`answer-withheld-${tier}`, `answer-reminder-${tier}`]),
  ...['place', 'next'].flatMap((id) =>
    ['', '-first', '-emergency'].map((when) => `queue-${id}${when}`),
  ),
  ...slotNames.map((slot) => `stored-${kebab(slot)}`),
  ...(words.intake.find(({ id }) => id === 'nsaidCautions')?.options ?? [])
    .filter(({ id }) => id !== 'none')
    .map(({ id }) => `caution-${id}`),
  ...['old', 'invalid'].map((why) => `press-${why}`),
  ...['caution', 'age'].map((why) => `left-out-${why}`),
  'ask-offer-clinician-emergency',
  'why-offer-clinician',
];

/** Phrases that the code names in full. */
const named = [...words.phrases.keys()].filter((id) => code.includes(`'${id}'`));
const literals = [
  ...code.matchAll(/(?:say|lead|preface)\(\s*'([a-z-]+)'/g),
  ...code.matchAll(/phrase\(\s*words,\s*'([a-z-]+)'/g),
  ...code.matchAll(/phrase\(script\.words,\s*'([a-z-]+)'/g),
  ...code.matchAll(/phrase: '([a-z-]+)'/g),
].map(([, id]) => id ?? '');

const inRegions = ['number', 'department', 'advice', 'crisis'];
const own: Readonly<Record<string, readonly string[]>> = {
  'answer-cautions': ['cautions'],
  'answer-likely': ['question'],
  because: ['reasons'],
  'clinician-joined': ['clinician'],
  'confirm-again': ['question'],
  emergency: ['why'],
  'emergency-again': ['why'],
  'evidence-option': ['title'],
  'evidence-value': ['question', 'answer'],
  'left-out-age': ['titles'],
  'left-out-caution': ['titles'],
  'noted-flag': ['because'],
  'noted-grave': ['because'],
  'number-also': ['number', 'also'],
  'advice-line': ['name', 'number'],
  'queue-next': ['position', 'minutes'],
  'queue-next-emergency': ['position', 'minutes'],
  'queue-next-first': ['position', 'minutes'],
  'queue-place': ['position', 'minutes'],
  'queue-place-emergency': ['position', 'minutes'],
  'queue-place-first': ['position', 'minutes'],
  'sign-again': ['title'],
  'sign-ask': ['title'],
  soon: ['why'],
  'soon-again': ['why'],
  'status-accepted': ['clinician'],
  'stored-signs': ['signs'],
  urgent: ['why'],
  'urgent-again': ['why'],
  ...Object.fromEntries(slotNames.map((slot) => [`stored-${kebab(slot)}`, ['value']])),
};

describe('the phrases of the pack', () => {
  it('include every one that the dialogue may say', () => {
    const needed = new Set([...composed, ...literals]);
    expect([...needed].filter((id) => !words.phrases.has(id))).toEqual([]);
  });

  it('hold none that nobody says', () => {
    const said = new Set([...composed, ...named]);
    expect([...words.phrases.keys()].filter((id) => !said.has(id))).toEqual([]);
  });

  it.each([...words.phrases])('%s mentions only what it is given', (id, template) => {
    const given = [...inRegions, ...(own[id] ?? [])];
    expect(parametersOf(template).filter((name) => !given.includes(name))).toEqual([]);
  });

  it('are short and free of exclamation marks', () => {
    const long = [...words.phrases].filter(([, text]) => text.split(/\s+/).length > 75);
    const loud = [...words.phrases].filter(([, text]) => text.includes('!'));
    expect([long.map(([id]) => id), loud.map(([id]) => id)]).toEqual([[], []]);
  });

  it('fault when one is missing', () => {
    expect(() => phrase(words, 'no-such-phrase')).toThrow('no phrase "no-such-phrase" in "en"');
  });

  it('fault when a parameter is missing', () => {
    expect(() => phrase(words, 'because')).toThrow('phrase "because" needs "reasons"');
  });

  it('put the parameters in', () => {
    expect(phrase(words, 'because', { reasons: 'a fever' })).toBe(
      'Why: you told me about a fever.',
    );
  });
});
