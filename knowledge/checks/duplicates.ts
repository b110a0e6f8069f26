import type { Fault } from '../loading/fault';
import type { Located } from '../loading/located-file';
import type { PackTree } from '../loading/pack-tree';
import { repeatedIn, texts } from '../loading/texts';

/** Every id names one thing. Answers and out-of-scope kinds share their ids, because retrieval returns both. */
export function checkDuplicates(tree: PackTree): readonly Fault[] {
  const groups: [string, readonly Located[]][] = [
    ['source', tree.select('sources.yaml', 'sources.*.id')],
    ['flag', tree.select('triage.yaml', 'rules.*.id')],
    ...tree
      .select('triage.yaml', 'rules.*')
      .map((rule): [string, readonly Located[]] => [
        'qualifier',
        tree.below(rule, 'qualifiers.*.id'),
      ]),
    ...tree.locales.flatMap((locale) => ofLocale(tree, locale)),
  ];
  return groups.flatMap(([what, ids]) => repeatedIn(texts(ids), (id) => id, what));
}

function ofLocale(tree: PackTree, locale: string): [string, readonly Located[]][] {
  const each = (file: string, list: string, part: string) =>
    tree.select(`${locale}/${file}`, list).map((piece) => tree.below(piece, part));
  const optionLists = [
    ...each('intake.yaml', 'questions.*', 'options.*.id'),
    ...each('screens.yaml', 'screens.*', 'options.*.flag'),
    ...each('red-flags.yaml', 'redFlags.*', 'detail.options.*.qualifier'),
  ];
  return [
    ['topic', tree.selectFolder(`${locale}/faq`, 'topic')],
    [
      'entry',
      [
        ...tree.selectFolder(`${locale}/faq`, 'entries.*.id'),
        ...tree.select(`${locale}/out-of-scope.yaml`, 'kinds.*.id'),
      ],
    ],
    ['question', tree.select(`${locale}/intake.yaml`, 'questions.*.id')],
    ['screen', tree.select(`${locale}/screens.yaml`, 'screens.*.id')],
    ['flag', tree.select(`${locale}/red-flags.yaml`, 'redFlags.*.id')],
    ['remedy', tree.select(`${locale}/self-care.yaml`, 'remedies.*.id')],
    ['plan', tree.select(`${locale}/self-care.yaml`, 'plans.*.id')],
    ...optionLists.map((list): [string, readonly Located[]] => ['option', list]),
  ];
}
