import { checkPack } from './check';
import { assembleWords, readWords } from './loading/locale-words';
import { sortFaults, type Fault, type PackFile } from './loading/fault';
import { deepFreeze, frozenById, frozenMap } from './loading/frozen';
import { packFiles } from './loading/layout';
import { PackTree } from './loading/pack-tree';
import { Reader } from './loading/reader';
import type { Pack } from './pack';

export type Loaded =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a pack from the text of its files. The pack is frozen in depth; or every fault is told, not only the first. */
export function loadPack(files: readonly PackFile[]): Loaded {
  const tree = new PackTree(files);
  const reader = new Reader(tree);
  const about = reader.read('pack.yaml', packFiles['pack.yaml']);
  const sources = reader.read('sources.yaml', packFiles['sources.yaml']);
  const regions = reader.read('regions.yaml', packFiles['regions.yaml']);
  const triage = reader.read('triage.yaml', packFiles['triage.yaml']);
  const languages = tree.locales.map((locale) => readWords(tree, reader, locale));
  const words = languages.flatMap((language) => assembleWords(language) ?? []);

  const faults = [...tree.fileFaults(), ...reader.faults, ...checkPack(tree)];
  const complete = about && sources && regions && triage && words.length === languages.length;
  if (!complete || faults.length > 0) return { ok: false, faults: sortFaults(faults) };

  const pack: Pack = {
    id: about.id,
    version: about.version,
    title: about.title,
    reviewer: about.reviewer,
    reviewed: about.reviewed,
    sources: frozenById(sources.sources),
    regions: frozenMap(Object.entries(regions.regions)),
    rules: frozenById(triage.rules),
    withoutFlags: triage.withoutFlags,
    words: frozenMap(words.map((language) => [language.locale, language])),
  };
  return { ok: true, pack: deepFreeze(pack) };
}
