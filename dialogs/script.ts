import type { Pack, PackWords } from '../knowledge';

/** What one machine is written from: a pack, in one of its languages. */
export interface Script {
  readonly pack: Pack;
  readonly words: PackWords;
}

/** `<id>@<version>`, as the outcome names the pack. */
export const packName = (script: Script): string => `${script.pack.id}@${script.pack.version}`;
