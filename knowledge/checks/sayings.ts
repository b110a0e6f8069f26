import type { Fault } from '../loading/fault';
import type { PackTree } from '../loading/pack-tree';
import { faultAt, repeatedIn, setOfTexts, texts, unknownIn } from '../loading/texts';
import { harmless } from '../schema/sayings';

/** Sayings teach flags and qualifiers that exist, and no file holds a saying twice. */
export function checkSayings(tree: PackTree): readonly Fault[] {
  const rules = tree.select('triage.yaml', 'rules.*');
  const flags = setOfTexts(tree.select('triage.yaml', 'rules.*.id'));
  return tree.locales.flatMap((locale) => {
    const folder = `${locale}/sayings`;
    const named = tree.selectFolder(folder, 'flag');
    return [
      ...unknownIn(named, new Set([...flags, harmless]), 'flag'),
      ...texts(named).flatMap(({ value, file }) => {
        const rule = rules.find((each) => setOfTexts(tree.below(each, 'id')).has(value));
        const known = rule === undefined ? [] : tree.below(rule, 'qualifiers.*.id');
        const qualifiers = setOfTexts(known);
        const says = [...tree.select(file, 'says.*'), ...tree.select(file, 'unlike.*')];
        return [
          ...repeatedIn(texts(says), (text) => text.toLowerCase(), 'saying'),
          ...tree
            .select(file, 'qualified.*')
            .filter(({ path }) => !qualifiers.has(String(path.at(-1))))
            .map((piece) =>
              faultAt(piece, `there is no qualifier of this flag "${String(piece.path.at(-1))}"`),
            ),
        ];
      }),
    ];
  });
}
