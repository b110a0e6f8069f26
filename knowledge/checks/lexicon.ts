import type { Fault } from '../loading/fault';
import type { PackTree } from '../loading/pack-tree';
import { faultAt, setOfTexts, unknownIn } from '../loading/texts';
import { slotTakes } from './slot-values';

/** The words of the lexicon mean flags, qualifiers and slot values that exist. */
export function checkLexicon(tree: PackTree): readonly Fault[] {
  const sources = setOfTexts(tree.select('sources.yaml', 'sources.*.id'));
  return tree.locales.flatMap((locale) => {
    const folder = `${locale}/lexicon`;
    return [
      ...unknownIn(tree.selectFolder(folder, 'flags.*.sources.*'), sources, 'source'),
      ...flagFaults(tree, folder),
      ...tree
        .selectFolder(folder, 'slots.*.*')
        .filter(({ path }) => !takesWord(String(path[1]), String(path[2])))
        .map((piece) =>
          faultAt(piece, `the slot "${String(piece.path[1])}" is never "${String(piece.path[2])}"`),
        ),
    ];
  });
}

function flagFaults(tree: PackTree, folder: string): readonly Fault[] {
  const rules = tree.select('triage.yaml', 'rules.*');
  return tree.selectFolder(folder, 'flags.*').flatMap((flag) => {
    const id = String(flag.path.at(-1));
    const rule = rules.find((each) => setOfTexts(tree.below(each, 'id')).has(id));
    if (rule === undefined) return [faultAt(flag, `there is no flag "${id}"`)];
    const qualifiers = setOfTexts(tree.below(rule, 'qualifiers.*.id'));
    return [
      ...unknownIn(tree.below(flag, 'patterns.*.with.*'), qualifiers, 'qualifier of this flag'),
      ...tree
        .below(flag, 'qualifiers.*')
        .filter(({ path }) => !qualifiers.has(String(path.at(-1))))
        .map((piece) =>
          faultAt(piece, `there is no qualifier of this flag "${String(piece.path.at(-1))}"`),
        ),
    ];
  });
}

/** Values of yes-no slots are keys of a map, so they are written as words. */
function takesWord(slot: string, word: string): boolean {
  return slotTakes(slot, word === 'true' || word === 'false' ? word === 'true' : word);
}
