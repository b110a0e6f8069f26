import type { Fault, PackFile } from './fault';
import { isPackPath, requiredPaths } from './layout';
import { LocatedFile, type Located } from './located-file';
import { texts } from './texts';

/** All files of a pack by path. */
export class PackTree {
  readonly locales: readonly string[];
  readonly #files: ReadonlyMap<string, LocatedFile>;

  constructor(files: readonly PackFile[]) {
    const located = files.map((file) => new LocatedFile(file));
    this.#files = new Map(located.map((file) => [file.source.path, file]));
    this.locales = this.#localesDeclared() ?? this.#localesFound();
  }

  file(path: string): LocatedFile | null {
    return this.#files.get(path) ?? null;
  }

  /** The files of a folder, in the order of their names. */
  folder(path: string): readonly LocatedFile[] {
    return [...this.#files.values()]
      .filter((file) => file.source.path.startsWith(`${path}/`))
      .toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1));
  }

  /** What stands at a pattern in one file; nothing when there is no such file. */
  select(path: string, pattern: string): readonly Located[] {
    return this.file(path)?.select(pattern) ?? [];
  }

  /** What stands at a pattern in each file of a folder. */
  selectFolder(path: string, pattern: string): readonly Located[] {
    return this.folder(path).flatMap((file) => file.select(pattern));
  }

  /** What stands at a pattern below one piece that was selected before. */
  below(piece: Located, pattern: string): readonly Located[] {
    return this.file(piece.file)?.selectIn(piece, pattern) ?? [];
  }

  #localesDeclared(): readonly string[] | null {
    const declared = texts(this.select('pack.yaml', 'locales.*')).map(({ value }) => value);
    return declared.length === 0 ? null : declared;
  }

  /** When `pack.yaml` cannot say it, the folders do, so that its fault is told alone. */
  #localesFound(): readonly string[] {
    const folders = [...this.#files.keys()].flatMap(
      (path) => /^([a-z]{2})\//.exec(path)?.[1] ?? [],
    );
    return [...new Set(folders)];
  }

  /** Files that are missing, files that belong to no pack, and files that are no YAML. */
  fileFaults(): readonly Fault[] {
    const missing = requiredPaths(this.locales)
      .filter((path) => !this.#files.has(path))
      .map((path) => ({ file: path, line: 1, reason: 'this file is missing' }));
    const withoutFaq = this.locales
      .filter((locale) => this.folder(`${locale}/faq`).length === 0)
      .map((locale) => ({ file: `${locale}/faq`, line: 1, reason: 'there is no file of answers' }));
    const strangers = [...this.#files.keys()]
      .filter((path) => !isPackPath(path, this.locales))
      .map((path) => ({ file: path, line: 1, reason: 'no file of a pack has this path' }));
    return [...missing, ...withoutFaq, ...strangers];
  }
}
