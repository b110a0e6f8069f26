import { Break, type Span, type Token } from '../token';

const joints = new Set(
  'and but so because though although plus also then while however except apart yet cos whereas & when since'.split(
    ' ',
  ),
);
const mostUnits = 80;
const longestUnit = 26;

/**
 * The stretches of a text that may hold one statement: every clause, and neighbouring clauses of a
 * sentence together, since a sign is often told in two of them.
 */
export function unitsOf(tokens: readonly Token[]): readonly Span[] {
  const units: Span[] = [];
  let clauses: Span[] = [];
  let from = 0;
  const closeClause = (to: number): void => {
    if (to > from) clauses.push({ from, to });
    from = to;
  };
  const closeSentence = (): void => {
    for (const [index, first] of clauses.entries()) {
      for (const last of clauses.slice(index, index + 4)) {
        const length = last.to - first.from;
        if (units.length >= mostUnits) return;
        if (length > 1 && (length <= longestUnit || first === last)) {
          units.push({ from: first.from, to: Math.min(last.to, first.from + 2 * longestUnit) });
        }
      }
    }
    clauses = [];
  };
  for (const [at, token] of tokens.entries()) {
    if (at === 0) continue;
    if (token.before === Break.sentence) {
      closeClause(at);
      closeSentence();
    } else if (token.before === Break.phrase || joints.has(token.word)) closeClause(at);
  }
  closeClause(tokens.length);
  closeSentence();
  return units;
}
