import type { z } from 'zod';
import type { Answer, PackWords } from '../pack';
import type { Lexicon } from '../schema/lexicon';
import { frozenById, frozenMap } from './frozen';
import { faqFileSchema, localeFiles, sayingsFileSchema } from './layout';
import { mergeLexicon } from './merge-lexicon';
import type { PackTree } from './pack-tree';
import type { Reader } from './reader';

type Content<Name extends keyof typeof localeFiles> = z.infer<(typeof localeFiles)[Name]> | null;

/** The files of one language as they were read; null where one is missing or has faults. */
interface LocaleContent {
  readonly locale: string;
  readonly faq: readonly z.infer<typeof faqFileSchema>[];
  readonly intake: Content<'intake.yaml'>;
  readonly screens: Content<'screens.yaml'>;
  readonly redFlags: Content<'red-flags.yaml'>;
  readonly selfCare: Content<'self-care.yaml'>;
  readonly outOfScope: Content<'out-of-scope.yaml'>;
  readonly phrases: Content<'phrases.yaml'>;
  readonly concepts: Content<'concepts.yaml'>;
  readonly lexicon: Lexicon;
  readonly sayings: readonly z.infer<typeof sayingsFileSchema>[];
}

/** Reads what a pack says in one language; faults are left with the reader. */
export function readWords(tree: PackTree, reader: Reader, locale: string): LocaleContent {
  const { lexicon, faults } = mergeLexicon(tree.folder(`${locale}/lexicon`));
  reader.add(faults);
  return {
    locale,
    faq: tree.folder(`${locale}/faq`).flatMap((file) => reader.readFile(file, faqFileSchema) ?? []),
    intake: reader.read(`${locale}/intake.yaml`, localeFiles['intake.yaml']),
    screens: reader.read(`${locale}/screens.yaml`, localeFiles['screens.yaml']),
    redFlags: reader.read(`${locale}/red-flags.yaml`, localeFiles['red-flags.yaml']),
    selfCare: reader.read(`${locale}/self-care.yaml`, localeFiles['self-care.yaml']),
    outOfScope: reader.read(`${locale}/out-of-scope.yaml`, localeFiles['out-of-scope.yaml']),
    phrases: reader.read(`${locale}/phrases.yaml`, localeFiles['phrases.yaml']),
    concepts: reader.read(`${locale}/concepts.yaml`, localeFiles['concepts.yaml']),
    lexicon,
    sayings: tree
      .folder(`${locale}/sayings`)
      .flatMap((file) => reader.readFile(file, sayingsFileSchema) ?? []),
  };
}

/** One language of a pack, or null when a file that it needs could not be read. */
export function assembleWords(content: LocaleContent): PackWords | null {
  const { intake, screens, redFlags, selfCare, outOfScope, phrases } = content;
  if (!intake || !screens || !redFlags || !selfCare || !outOfScope || !phrases) return null;
  const answers = content.faq.flatMap((file): Answer[] =>
    file.entries.map((entry) => ({
      ...entry,
      topic: file.topic,
      reviewer: entry.reviewer ?? file.reviewer,
      reviewed: entry.reviewed ?? file.reviewed,
    })),
  );
  return {
    locale: content.locale,
    answers: frozenById(answers),
    topics: content.faq.map((file) => ({ id: file.topic, title: file.title })),
    outOfScope: outOfScope.kinds,
    intake: intake.questions,
    screens: screens.screens,
    redFlags: frozenById(redFlags.redFlags),
    remedies: frozenById(selfCare.remedies),
    plans: selfCare.plans,
    phrases: frozenMap(Object.entries(phrases.phrases)),
    lexicon: content.lexicon,
    concepts: frozenMap(Object.entries(content.concepts?.concepts ?? {})),
    sayings: content.sayings,
  };
}
