import { existsSync } from 'node:fs';
import { faultLine, loadPack, type Pack } from '../../knowledge';
import { readPackFiles } from './read-pack-files';

/** What an operator is told about a pack: `file:line reason` for every fault, or one line of counts. */
export function checkReport(directory: string): { readonly sound: boolean; readonly text: string } {
  if (!existsSync(directory)) {
    return { sound: false, text: `${directory}: there is no such directory\n` };
  }
  const loaded = loadPack(readPackFiles(directory));
  return loaded.ok
    ? { sound: true, text: `${counts(loaded.pack)}\n` }
    : { sound: false, text: loaded.faults.map((fault) => `${faultLine(fault)}\n`).join('') };
}

function counts(pack: Pack): string {
  const languages = [...pack.words.values()].map((words) => {
    const phrasings = [...words.answers.values()].flatMap((answer) => answer.phrasings).length;
    return (
      `${words.locale}: ${words.answers.size} answers with ${phrasings} phrasings, ` +
      `${words.outOfScope.length} kinds out of scope, ${words.screens.length} screens, ` +
      `${words.intake.length} intake questions, ${words.plans.length} plans`
    );
  });
  return `${pack.id}@${pack.version} is sound: ${pack.rules.size} flags, ${pack.sources.size} sources, ${pack.regions.size} regions; ${languages.join('; ')}`;
}
