import type { PackFile } from '../../knowledge';

const phrasings = (name: string): string =>
  ['what about', 'tell me of', 'is it', 'why', 'how', 'when', 'where', 'who says']
    .map((start) => `      - ${start} ${name}`)
    .join('\n');

const entry = (id: string, next: readonly [string, string]): string => `  - id: ${id}
    question: What should I know about ${id}?
    phrasings:
${phrasings(id)}
    answer: A plain answer about ${id} in a few words.
    followUps: [${next.join(', ')}]
    sources: [book]
`;

const texts: Readonly<Record<string, string>> = {
  'pack.yaml': `id: small
version: 1.0.0
title: A small pack
locales: [en]
reviewer: pending
reviewed: 2026-11-22
`,
  'sources.yaml': `sources:
  - id: book
    title: A book
    publisher: A publisher
    published: "2020"
`,
  'regions.yaml': `regions:
  US:
    name: United States
    emergency: { number: "911" }
    department: emergency room
    crisis: { name: Lifeline, number: "988" }
    sources: [book]
`,
  'triage.yaml': `rules:
  - id: fever
    means: Fever or chills
    tier: urgent
    qualifiers:
      - id: confusion
        means: Confused or drowsy
    raise:
      - tier: emergency
        when: { qualifiers: [confusion] }
      - tier: emergency
        when: { flags: [trauma], slots: [{ slot: onset, equals: sudden }] }
    sources: [book]
  - id: trauma
    means: A fall
    tier: urgent
    derive:
      - { slot: trigger, equals: fall }
    sources: [book]
  - id: self-harm
    means: Thoughts of self-harm
    tier: emergency
    heardOnly: true
    sources: [book]
withoutFlags:
  - tier: soon
    when: { slots: [{ slot: recurrent, equals: true }] }
`,
  'en/intake.yaml': `questions:
  - id: trigger
    kind: choice
    ask: What set it off?
    again: Was it a fall?
    why: A fall may have broken something.
    options:
      - { id: fall, title: A fall }
      - { id: gym, title: The gym, sets: { trigger: exercise } }
`,
  'en/screens.yaml': `screens:
  - id: screen-general
    ask: Do you have any of these?
    again: Please choose, or none.
    why: They can be serious.
    options:
      - { flag: fever, title: Fever }
    none: None of these
`,
  'en/red-flags.yaml': `redFlags:
  - id: fever
    label: Fever
    because: a fever
    confirm: Do you mean that you have a fever?
    detail:
      ask: Are you confused?
      options:
        - { qualifier: confusion, title: Confused }
      none: Not confused
  - id: trauma
    label: Injury
    because: a fall
    confirm: Do you mean that you fell?
  - id: self-harm
    label: Self-harm
    because: such thoughts
    confirm: Do you mean that you think of harming yourself?
`,
  'en/self-care.yaml': `reviewer: pending
reviewed: 2026-11-22
remedies:
  - id: rest
    kind: rest
    title: Rest
    steps: [Take it easy.]
    notWith: [pregnancy]
    sources: [book]
plans:
  - id: after-lifting
    title: After lifting
    triggers: [lifting]
    intro: Be kind to yourself.
    remedies: [rest]
  - id: general
    title: For everybody
    intro: Be kind to yourself.
    remedies: [rest]
`,
  'en/out-of-scope.yaml': `reviewer: pending
reviewed: 2026-11-22
kinds:
  - id: weather
    reply: I know nothing about the weather.
    offerClinician: false
    phrasings:
${phrasings('the weather')}
`,
  'en/phrases.yaml': `phrases:
  hello: Hello.
`,
  'en/faq/basics.yaml': `topic: basics
title: The basics
reviewer: pending
reviewed: 2026-11-22
entries:
${entry('heat', ['cold', 'water'])}${entry('cold', ['heat', 'water'])}${entry('water', ['heat', 'cold'])}`,
};

/** A sound pack with as little in it as a pack may have. */
export function smallPack(): readonly PackFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** The small pack with one text replaced by another in one file; the text must be there. */
export function smallPackWith(path: string, old: string, now: string): readonly PackFile[] {
  const files = smallPack();
  if (!files.some((file) => file.path === path && file.text.includes(old))) {
    throw new Error(`${path} does not hold "${old}"`);
  }
  return files.map((file) =>
    file.path === path ? { path, text: file.text.replace(old, now) } : file,
  );
}

/** The line on which a text first stands in a file of the pack, counted from 1. */
export function lineOf(files: readonly PackFile[], path: string, text: string): number {
  const lines = files.find((file) => file.path === path)?.text.split('\n') ?? [];
  return lines.findIndex((line) => line.includes(text)) + 1;
}
