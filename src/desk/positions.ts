/** How far the log of each own case was sent. Travels as the id of an event and comes back as `Last-Event-ID`. */
export type Positions = ReadonlyMap<string, number>;

const longest = 8_000;

export const formatPositions = (positions: Positions): string =>
  [...positions].map(([caseId, seq]) => `${caseId}:${seq}`).join(',');

/** Reads what a client sent back; whatever it cannot read, it leaves out. */
export function parsePositions(text: string): Positions {
  if (text.length > longest) return new Map();
  return new Map(
    text.split(',').flatMap((part) => {
      const [, caseId, seq] = /^([\w-]+):(\d{1,15})$/.exec(part) ?? [];
      return caseId && seq ? [[caseId, Number(seq)] as const] : [];
    }),
  );
}
