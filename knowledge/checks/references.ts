import type { Fault } from '../loading/fault';
import type { PackTree } from '../loading/pack-tree';
import { faultAt, setOfTexts, texts, unknownIn } from '../loading/texts';

/** Whatever is named by its id exists: sources, flags, entries, remedies. */
export function checkReferences(tree: PackTree): readonly Fault[] {
  const sources = setOfTexts(tree.select('sources.yaml', 'sources.*.id'));
  const flags = setOfTexts(tree.select('triage.yaml', 'rules.*.id'));
  return [
    ...unknownIn(tree.select('triage.yaml', 'rules.*.sources.*'), sources, 'source'),
    ...unknownIn(tree.select('regions.yaml', 'regions.*.sources.*'), sources, 'source'),
    ...unknownIn(tree.select('triage.yaml', 'rules.*.raise.*.when.flags.*'), flags, 'flag'),
    ...unknownIn(tree.select('triage.yaml', 'withoutFlags.*.when.flags.*'), flags, 'flag'),
    ...tree.locales.flatMap((locale) => [
      ...unknownIn(
        [
          ...tree.selectFolder(`${locale}/faq`, 'entries.*.sources.*'),
          ...tree.select(`${locale}/self-care.yaml`, 'remedies.*.sources.*'),
        ],
        sources,
        'source',
      ),
      ...unknownIn(
        [
          ...tree.select(`${locale}/screens.yaml`, 'screens.*.options.*.flag'),
          ...tree.select(`${locale}/intake.yaml`, 'questions.*.flags.*'),
          ...tree.select(`${locale}/red-flags.yaml`, 'redFlags.*.id'),
        ],
        flags,
        'flag',
      ),
      ...unknownIn(
        tree.select(`${locale}/self-care.yaml`, 'plans.*.remedies.*'),
        setOfTexts(tree.select(`${locale}/self-care.yaml`, 'remedies.*.id')),
        'remedy',
      ),
      ...followUps(tree, locale),
    ]),
  ];
}

function followUps(tree: PackTree, locale: string): readonly Fault[] {
  const entries = tree.selectFolder(`${locale}/faq`, 'entries.*');
  const known = setOfTexts(entries.flatMap((entry) => tree.below(entry, 'id')));
  return entries.flatMap((entry) => {
    const own = setOfTexts(tree.below(entry, 'id'));
    const next = tree.below(entry, 'followUps.*');
    return [
      ...unknownIn(next, known, 'entry'),
      ...texts(next)
        .filter((piece) => own.has(piece.value))
        .map((piece) => faultAt(piece, 'an entry cannot follow itself')),
    ];
  });
}
