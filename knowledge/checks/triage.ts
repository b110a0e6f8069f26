import type { Fault } from '../loading/fault';
import type { Located } from '../loading/located-file';
import type { PackTree } from '../loading/pack-tree';
import { slotTakes } from './slot-values';
import { faultAt, setOfTexts, texts, unknownIn } from '../loading/texts';

/** The table of tiers holds together: qualifiers are declared, slots can hold what they are compared with. */
export function checkTriage(tree: PackTree): readonly Fault[] {
  const rules = tree.select('triage.yaml', 'rules.*');
  const qualifiers = rules.flatMap((rule) =>
    unknownIn(
      tree.below(rule, 'raise.*.when.qualifiers.*'),
      setOfTexts(tree.below(rule, 'qualifiers.*.id')),
      'qualifier of this flag',
    ),
  );
  const strays = tree
    .select('triage.yaml', 'withoutFlags.*.when.qualifiers')
    .map((piece) => faultAt(piece, 'without flags there are no qualifiers'));
  const tests = ['rules.*.derive.*', 'rules.*.raise.*.when.slots.*', 'withoutFlags.*.when.slots.*'];
  return [
    ...qualifiers,
    ...strays,
    ...tests.flatMap((pattern) => slotTestFaults(tree, tree.select('triage.yaml', pattern))),
    ...tree.locales.flatMap((locale) => flagsInWords(tree, locale)),
  ];
}

/** Faults of slot tests that could never hold, such as a slot compared with a value it cannot have. */
export function slotTestFaults(tree: PackTree, tests: readonly Located[]): readonly Fault[] {
  return tests.flatMap((test) => {
    const slot = texts(tree.below(test, 'slot'))[0];
    if (slot === undefined) return [];
    return ['equals', 'includes', 'atLeast', 'above']
      .flatMap((comparison) => tree.below(test, comparison))
      .filter((piece) => !slotTakes(slot.value, piece.value))
      .map((piece) =>
        faultAt(piece, `the slot "${slot.value}" is never ${JSON.stringify(piece.value)}`),
      );
  });
}

/** Each flag can be spoken about, and is asked about unless it is only ever heard. */
function flagsInWords(tree: PackTree, locale: string): readonly Fault[] {
  const worded = setOfTexts(tree.select(`${locale}/red-flags.yaml`, 'redFlags.*.id'));
  const asked = setOfTexts([
    ...tree.select(`${locale}/screens.yaml`, 'screens.*.options.*.flag'),
    ...tree.select(`${locale}/intake.yaml`, 'questions.*.flags.*'),
  ]);
  const slots = setOfTexts(tree.select(`${locale}/intake.yaml`, 'questions.*.id'));
  return tree.select('triage.yaml', 'rules.*').flatMap((rule) => {
    const id = texts(tree.below(rule, 'id'))[0];
    if (id === undefined) return [];
    const heardOnly = tree.below(rule, 'heardOnly').some((piece) => piece.value === true);
    const derived = texts(tree.below(rule, 'derive.*.slot')).some((slot) => slots.has(slot.value));
    return [
      ...(worded.has(id.value)
        ? []
        : [faultAt(id, `the flag "${id.value}" has no words in ${locale}/red-flags.yaml`)]),
      ...(asked.has(id.value) || derived || heardOnly
        ? []
        : [faultAt(id, `no screen and no intake question in ${locale} asks about "${id.value}"`)]),
    ];
  });
}
