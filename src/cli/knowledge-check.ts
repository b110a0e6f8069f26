import { existsSync } from 'node:fs';
import { faultLine, loadPack, type Pack } from '../../knowledge';
import { defaultPackDirectory } from '../knowledge/pack-directory';
import { readPackFiles } from '../knowledge/read-pack-files';

/** `npm run knowledge:check [DIR]`: every fault of a pack, or what the pack holds. */
function main(directory: string): number {
  if (!existsSync(directory)) {
    process.stderr.write(`${directory}: there is no such directory\n`);
    return 1;
  }
  const loaded = loadPack(readPackFiles(directory));
  if (loaded.ok) {
    process.stdout.write(`${counts(loaded.pack)}\n`);
    return 0;
  }
  process.stdout.write(loaded.faults.map((fault) => `${faultLine(fault)}\n`).join(''));
  return 1;
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

process.exitCode = main(process.argv[2] ?? defaultPackDirectory());
