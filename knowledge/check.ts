import { checkAnswers } from './checks/answers';
import { checkDuplicates } from './checks/duplicates';
import { checkLexicon } from './checks/lexicon';
import { checkQuestions } from './checks/questions';
import { checkReferences } from './checks/references';
import { checkSayings } from './checks/sayings';
import { checkSelfCare } from './checks/self-care';
import { checkTriage } from './checks/triage';
import type { Fault } from './loading/fault';
import type { PackTree } from './loading/pack-tree';

/**
 * What no schema of a single file can see: things that are named in one place and missing in another,
 * listed twice, or never asked. Looks at the files as written, so files with other faults are checked too.
 */
export function checkPack(tree: PackTree): readonly Fault[] {
  return [
    checkDuplicates,
    checkReferences,
    checkTriage,
    checkQuestions,
    checkSelfCare,
    checkAnswers,
    checkLexicon,
    checkSayings,
  ].flatMap((check) => check(tree));
}
