import type { ZodType } from 'zod';
import type { Fault } from './fault';
import type { LocatedFile } from './located-file';
import type { PackTree } from './pack-tree';

/** Reads files by their schemas and gathers what is wrong with them. */
export class Reader {
  readonly #faults: Fault[] = [];

  constructor(readonly tree: PackTree) {}

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  /** The content of the file, or null when it is missing or has faults. */
  read<T>(path: string, schema: ZodType<T>): T | null {
    const file = this.tree.file(path);
    return file === null ? null : this.readFile(file, schema);
  }

  readFile<T>(file: LocatedFile, schema: ZodType<T>): T | null {
    const { value, faults } = file.read(schema);
    this.#faults.push(...faults);
    return value;
  }

  add(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }
}
