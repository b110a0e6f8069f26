import { slotNames } from '../schema/slots';
import type { Fault } from '../loading/fault';
import type { Located } from '../loading/located-file';
import type { PackTree } from '../loading/pack-tree';
import { slotTakes } from './slot-values';
import { faultAt, setOfTexts, texts, unknownIn } from '../loading/texts';
import { slotTestFaults } from './triage';

/** The most questions that somebody is asked who volunteered nothing. */
const mostQuestions = 8;

const slots: ReadonlySet<string> = new Set(slotNames);

/** Every question fills a slot or asks about a flag, and every choice says something the slot can hold. */
export function checkQuestions(tree: PackTree): readonly Fault[] {
  return tree.locales.flatMap((locale) => {
    const intake = tree.select(`${locale}/intake.yaml`, 'questions.*');
    const tooMany = intake
      .slice(mostQuestions)
      .map((question) => faultAt(question, `the intake asks at most ${mostQuestions} questions`));
    return [
      ...tooMany,
      ...intake.flatMap((question) => questionFaults(tree, question)),
      ...details(tree, locale),
    ];
  });
}

function questionFaults(tree: PackTree, question: Located): readonly Fault[] {
  const id = texts(tree.below(question, 'id'))[0];
  if (id === undefined) return [];
  const flags = setOfTexts(tree.below(question, 'flags.*'));
  const named = slots.has(id.value) || flags.has(id.value);
  const kind = texts(tree.below(question, 'kind'))[0]?.value ?? '';
  const options = tree.below(question, 'options.*');
  const choosing = kind === 'choice' || kind === 'multi-choice';
  return [
    ...(named ? [] : [faultAt(id, `"${id.value}" is neither a slot nor a flag of this question`)]),
    ...(choosing === options.length > 0
      ? []
      : [faultAt(question, choosing ? 'a choice needs options' : 'only a choice has options')]),
    ...options.flatMap((option) => optionFaults(tree, id.value, option)),
    ...slotTestFaults(tree, tree.below(question, 'unless.*')),
    ...slotTestFaults(tree, tree.below(question, 'options.*.hideIf.*')),
  ];
}

function optionFaults(tree: PackTree, slot: string, option: Located): readonly Fault[] {
  const sets = tree.below(option, 'sets.*');
  const set = sets.map((piece) => ({ piece, name: String(piece.path.at(-1)) }));
  const wrong = set
    .filter(({ piece, name }) => !slotTakes(name, piece.value))
    .map(({ piece, name }) =>
      faultAt(piece, `the slot "${name}" cannot hold ${JSON.stringify(piece.value)}`),
    );
  const unfilled = slots.has(slot) && !set.some(({ name }) => name === slot);
  return [
    ...wrong,
    ...texts(tree.below(option, 'id'))
      .filter(({ value }) => unfilled && value !== 'none' && !slotTakes(slot, value))
      .map((piece) => faultAt(piece, `"${piece.value}" is no value of "${slot}" and sets none`)),
  ];
}

/** What is asked after a flag was ticked are qualifiers of that flag. */
function details(tree: PackTree, locale: string): readonly Fault[] {
  const rules = tree.select('triage.yaml', 'rules.*');
  return tree.select(`${locale}/red-flags.yaml`, 'redFlags.*').flatMap((flag) => {
    const id = texts(tree.below(flag, 'id'))[0]?.value;
    const rule = rules.find((each) => setOfTexts(tree.below(each, 'id')).has(id ?? ''));
    if (rule === undefined) return [];
    return unknownIn(
      tree.below(flag, 'detail.options.*.qualifier'),
      setOfTexts(tree.below(rule, 'qualifiers.*.id')),
      'qualifier of this flag',
    );
  });
}
