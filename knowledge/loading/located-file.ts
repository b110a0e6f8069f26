import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { ZodType } from 'zod';
import type { Fault, PackFile } from './fault';

type Path = readonly PropertyKey[];

/** A piece of a file with the line on which it stands. */
export interface Located {
  readonly value: unknown;
  readonly path: Path;
  readonly file: string;
  readonly line: number;
}

/** A YAML file that still knows on which line everything was written. */
export class LocatedFile {
  /** The content as plain data; undefined when the file is no YAML. */
  readonly value: unknown;
  readonly syntaxFaults: readonly Fault[];
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(readonly source: PackFile) {
    this.#document = parseDocument(source.text, { lineCounter: this.#lines });
    const faults = [...this.#document.errors, ...this.#document.warnings].map((error) =>
      this.fault(this.#lines.linePos(error.pos[0]).line, firstLine(error.message)),
    );
    if (faults.length === 0) {
      try {
        this.value = this.#document.toJS();
      } catch (error) {
        faults.push(this.fault(1, error instanceof Error ? error.message : 'cannot be read'));
      }
    }
    this.syntaxFaults = faults;
  }

  fault(line: number, reason: string): Fault {
    return { file: this.source.path, line, reason };
  }

  /** The line of the key or list item at `path`, or of the nearest thing around it that exists. */
  lineOf(path: Path): number {
    let node: unknown = this.#document.contents;
    let offset = 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.#document);
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (pair === undefined || !isScalar(pair.key)) break;
        offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        const item: unknown = node.items[step];
        if (!isMap(item) && !isSeq(item) && !isScalar(item) && !isAlias(item)) break;
        offset = item.range?.[0] ?? offset;
        node = item;
      } else break;
    }
    return Math.max(1, this.#lines.linePos(offset).line);
  }

  /**
   * Everything at a dotted pattern, where `*` stands for every item of a list or every value of a map:
   * `entries.*.sources.*`. Works on files with other faults too, so that all faults are found at once.
   */
  select(pattern: string): readonly Located[] {
    let found: { value: unknown; path: PropertyKey[] }[] = [{ value: this.value, path: [] }];
    for (const step of pattern.split('.')) {
      found = found.flatMap(({ value, path }) =>
        children(value, step).map((child) => ({
          value: child.value,
          path: [...path, child.key],
        })),
      );
    }
    return found.map(({ value, path }) => this.#located(value, path));
  }

  /** Like `select`, below one piece that was selected before. */
  selectIn(piece: Located, pattern: string): readonly Located[] {
    const prefix = piece.path.map(String).join('.');
    return this.select(`${prefix}.${pattern}`);
  }

  #located(value: unknown, path: Path): Located {
    return { value, path, file: this.source.path, line: this.lineOf(path) };
  }

  /** The content as the schema describes it, or null and a fault for each thing that is wrong. */
  read<T>(schema: ZodType<T>): { readonly value: T | null; readonly faults: readonly Fault[] } {
    if (this.syntaxFaults.length > 0) return { value: null, faults: this.syntaxFaults };
    const parsed = schema.safeParse(this.value);
    if (parsed.success) return { value: parsed.data, faults: [] };
    const faults = parsed.error.issues.flatMap((issue) => {
      const paths =
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => [...issue.path, key])
          : [issue.path];
      return paths.map((path) => {
        const where = path.map(String).join('.');
        const reason = issue.code === 'unrecognized_keys' ? 'unknown key' : issue.message;
        return this.fault(this.lineOf(path), where === '' ? reason : `${where}: ${reason}`);
      });
    });
    return { value: null, faults };
  }
}

function children(value: unknown, step: string): { key: PropertyKey; value: unknown }[] {
  if (Array.isArray(value)) {
    const items: { key: PropertyKey; value: unknown }[] = value.map((item: unknown, key) => ({
      key,
      value: item,
    }));
    return step === '*' ? items : items.filter((item) => String(item.key) === step);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => step === '*' || key === step)
    .map(([key, child]: [string, unknown]) => ({ key, value: child }));
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
