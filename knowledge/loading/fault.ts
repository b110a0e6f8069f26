/** What is wrong with a pack, and where. `line` counts from 1; `file` is relative to the pack. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** A file of a pack: its path relative to the pack, with forward slashes, and its text. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** As an editor can jump to: `en/faq/heat.yaml:12 …`. */
export function faultLine(fault: Fault): string {
  return `${fault.file}:${fault.line} ${fault.reason}`;
}

/** Faults in reading order: by file, then by line. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
  );
}
