import { faultLine, loadPack, type Fault, type PackFile } from '../../knowledge';
import { lineOf, smallPack, smallPackWith } from './small-pack';

function faultsOf(files: readonly PackFile[]): readonly Fault[] {
  const loaded = loadPack(files);
  return loaded.ok ? [] : loaded.faults;
}

const faq = 'en/faq/basics.yaml';
const long = Array.from({ length: 91 }, (_, index) => `word${index}`).join(' ');

/** What is done to the small pack, the text that stands on the reported line, and the reason given. */
const cases: readonly {
  readonly name: string;
  readonly file: string;
  readonly old: string;
  readonly now: string;
  readonly at: string;
  readonly reason: string;
}[] = [
  {
    name: 'a key that nobody knows',
    file: 'en/screens.yaml',
    old: '    none: None of these',
    now: '    none: None of these\n    colour: red',
    at: 'colour',
    reason: 'screens.0.colour: unknown key',
  },
  {
    name: 'a missing field of a region',
    file: 'regions.yaml',
    old: '    department: emergency room\n',
    now: '',
    at: 'US:',
    reason: 'regions.US.department: Invalid input: expected string, received undefined',
  },
  {
    name: 'text that is no YAML',
    file: 'pack.yaml',
    old: 'title: A small pack',
    now: 'title: [A small pack',
    at: 'locales: [en]',
    reason: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
  {
    name: 'a key that stands twice',
    file: 'en/phrases.yaml',
    old: '  hello: Hello.',
    now: '  hello: Hello.\n  hello: Hi.',
    at: 'Hi.',
    reason: 'Map keys must be unique',
  },
  {
    name: 'an answer of more than ninety words',
    file: faq,
    old: 'A plain answer about cold in a few words.',
    now: long,
    at: 'word0',
    reason: 'entries.1.answer: an answer has at most 90 words',
  },
  {
    name: 'an entry without a source',
    file: faq,
    old: 'sources: [book]',
    now: 'sources: []',
    at: 'sources: []',
    reason: 'entries.0.sources: Too small: expected array to have >=1 items',
  },
  {
    name: 'a source that does not exist',
    file: faq,
    old: 'sources: [book]',
    now: 'sources: [rumour]',
    at: 'rumour',
    reason: 'there is no source "rumour"',
  },
  {
    name: 'a follow-up that does not exist',
    file: faq,
    old: 'followUps: [cold, water]',
    now: 'followUps: [cold, fire]',
    at: 'fire',
    reason: 'there is no entry "fire"',
  },
  {
    name: 'an entry that follows itself',
    file: faq,
    old: 'followUps: [cold, water]',
    now: 'followUps: [heat, water]',
    at: 'followUps: [heat, water]',
    reason: 'an entry cannot follow itself',
  },
  {
    name: 'an unknown flag on a screen',
    file: 'en/screens.yaml',
    old: '      - { flag: fever, title: Fever }',
    now: '      - { flag: fever, title: Fever }\n      - { flag: rash, title: Rash }',
    at: 'rash',
    reason: 'there is no flag "rash"',
  },
  {
    name: 'an unknown flag in a condition of the triage',
    file: 'triage.yaml',
    old: 'flags: [trauma]',
    now: 'flags: [rash]',
    at: 'rash',
    reason: 'there is no flag "rash"',
  },
  {
    name: 'words for a flag that does not exist',
    file: 'en/red-flags.yaml',
    old: 'redFlags:',
    now: 'redFlags:\n  - { id: rash, label: Rash, because: a rash, confirm: Do you mean a rash? }',
    at: 'rash',
    reason: 'there is no flag "rash"',
  },
  {
    name: 'a qualifier that the flag does not have',
    file: 'triage.yaml',
    old: 'when: { qualifiers: [confusion] }',
    now: 'when: { qualifiers: [worsening] }',
    at: 'worsening',
    reason: 'there is no qualifier of this flag "worsening"',
  },
  {
    name: 'a detail that is no qualifier of its flag',
    file: 'en/red-flags.yaml',
    old: 'qualifier: confusion',
    now: 'qualifier: bilateral',
    at: 'bilateral',
    reason: 'there is no qualifier of this flag "bilateral"',
  },
  {
    name: 'a slot compared with what it can never be',
    file: 'triage.yaml',
    old: 'equals: fall',
    now: 'equals: fell',
    at: 'fell',
    reason: 'the slot "trigger" is never "fell"',
  },
  {
    name: 'a plan with a remedy that does not exist',
    file: 'en/self-care.yaml',
    old: 'remedies: [rest]',
    now: 'remedies: [magic]',
    at: 'magic',
    reason: 'there is no remedy "magic"',
  },
  {
    name: 'a caution that the intake does not know',
    file: 'en/self-care.yaml',
    old: 'notWith: [pregnancy]',
    now: 'notWith: [gout]',
    at: 'gout',
    reason: 'there is no caution "gout"',
  },
  {
    name: 'a last plan that is not for everybody',
    file: 'en/self-care.yaml',
    old: '    title: For everybody',
    now: '    title: For everybody\n    triggers: [sleep]',
    at: 'id: general',
    reason: 'the last plan is for everybody and has no triggers',
  },
  {
    name: 'a choice that fills no slot',
    file: 'en/intake.yaml',
    old: '{ id: gym, title: The gym, sets: { trigger: exercise } }',
    now: '{ id: gym, title: The gym }',
    at: 'id: gym',
    reason: '"gym" is no value of "trigger" and sets none',
  },
  {
    name: 'a question about nothing that the intake keeps',
    file: 'en/intake.yaml',
    old: 'id: trigger',
    now: 'id: mood',
    at: 'id: mood',
    reason: '"mood" is neither a slot nor a flag of this question',
  },
  {
    name: 'a phrase listed twice in one entry, whatever its case and punctuation',
    file: faq,
    old: '      - why heat',
    now: '      - why heat\n      - Why, HEAT?!',
    at: 'Why, HEAT?!',
    reason: `the phrase "Why, HEAT?!" is listed twice, first at ${faq}:12`,
  },
  {
    name: 'a phrase that is listed as out of scope too',
    file: 'en/out-of-scope.yaml',
    old: 'why the weather',
    now: 'why heat',
    at: 'why heat',
    reason: `the phrase "why heat" is listed twice, first at ${faq}:12`,
  },
  {
    name: 'the same id for two entries',
    file: 'en/out-of-scope.yaml',
    old: 'id: weather',
    now: 'id: heat',
    at: 'id: heat',
    reason: `entry "heat" is listed twice, first at ${faq}:6`,
  },
];

describe('a knowledge pack', () => {
  it('is loaded when it has no fault', () => {
    expect(faultsOf(smallPack())).toEqual([]);
  });

  it.each(cases)('is refused for $name, with file and line', ({ file, old, now, at, reason }) => {
    const files = smallPackWith(file, old, now);
    expect(faultsOf(files)).toContainEqual({ file, line: lineOf(files, file, at), reason });
  });

  it('is refused when a flag is asked about nowhere', () => {
    const files = smallPackWith('triage.yaml', '    heardOnly: true\n', '');
    expect(faultsOf(files).map(faultLine)).toEqual([
      'triage.yaml:20 no screen and no intake question in en asks about "self-harm"',
    ]);
  });

  it('is refused when a flag has no words', () => {
    const files = smallPackWith(
      'en/red-flags.yaml',
      `  - id: trauma
    label: Injury
    because: a fall
    confirm: Do you mean that you fell?
`,
      '',
    );
    expect(faultsOf(files).map(faultLine)).toEqual([
      'triage.yaml:14 the flag "trauma" has no words in en/red-flags.yaml',
    ]);
  });

  it('is refused when a file is missing or does not belong', () => {
    const files = smallPack().filter(({ path }) => path !== 'en/phrases.yaml');
    expect(faultsOf([...files, { path: 'fr/faq/a.yaml', text: 'a: 1' }]).map(faultLine)).toEqual([
      'en/phrases.yaml:1 this file is missing',
      'fr/faq/a.yaml:1 no file of a pack has this path',
    ]);
  });

  it('is refused when its lexicon means what does not exist, or says a thing twice', () => {
    const words = `flags:
  fever:
    sources: [rumour]
    patterns: [fever]
    qualifiers: { worsening: [worse] }
  rash:
    sources: [book]
    patterns: [rash]
slots:
  location: { knee: [knee], lower: [low back] }
`;
    const more = `slots:
  side: { left: [left] }
contractions: { cant: can not }
`;
    const files = [
      ...smallPack(),
      { path: 'en/lexicon/a.yaml', text: words },
      { path: 'en/lexicon/b.yaml', text: more },
      { path: 'en/lexicon/c.yaml', text: 'contractions: { cant: can not }\n' },
    ];
    expect(faultsOf(files).map(faultLine)).toEqual([
      'en/lexicon/a.yaml:3 there is no source "rumour"',
      'en/lexicon/a.yaml:5 there is no qualifier of this flag "worsening"',
      'en/lexicon/a.yaml:6 there is no flag "rash"',
      'en/lexicon/a.yaml:10 the slot "location" is never "knee"',
      'en/lexicon/c.yaml:1 contractions.cant: listed twice',
    ]);
  });

  it('joins the files of its lexicon', () => {
    const loaded = loadPack([
      ...smallPack(),
      { path: 'en/lexicon/a.yaml', text: 'contractions: { cant: can not }\nidioms: [back up]\n' },
      { path: 'en/lexicon/b.yaml', text: 'contractions: { wont: will not }\nidioms: [by heart]\n' },
    ]);
    expect(loaded.ok && loaded.pack.words.get('en')?.lexicon).toEqual({
      contractions: { cant: 'can not', wont: 'will not' },
      idioms: ['back up', 'by heart'],
    });
  });

  it('tells only what is wrong when the file that names the languages cannot be read', () => {
    const files = smallPackWith('pack.yaml', 'title: A small pack', 'title: "A small pack');
    expect(new Set(faultsOf(files).map((fault) => fault.file))).toEqual(new Set(['pack.yaml']));
  });

  it('tells all faults at once, in reading order', () => {
    const files = smallPackWith(faq, 'followUps: [cold, water]', 'followUps: [cold, fire]').map(
      (file) =>
        file.path === faq
          ? { ...file, text: file.text.replace('title: The basics', 'title: Us\nmood: good') }
          : file,
    );
    expect(faultsOf(files).map(faultLine)).toEqual([
      `${faq}:2 title: Too small: expected string to have >=3 characters`,
      `${faq}:3 mood: unknown key`,
      `${faq}:19 there is no entry "fire"`,
    ]);
  });
});
