import type { Match, Matcher, Rule, Scan } from './matcher';

/** Rules looked for together, found by the words that they can begin with. */
export class RuleSet<Payload> {
  readonly #matcher: Matcher;
  readonly #byWord = new Map<number, Rule<Payload>[]>();

  constructor(matcher: Matcher, rules: readonly Rule<Payload>[]) {
    this.#matcher = matcher;
    for (const rule of rules) {
      for (const id of rule.begins) {
        const list = this.#byWord.get(id);
        if (list === undefined) this.#byWord.set(id, [rule]);
        else list.push(rule);
      }
    }
  }

  /** Every match in the text, by place. The shortest end is taken, or the longest when asked. */
  find(scan: Scan, longest = false): Match<Payload>[] {
    const matches: Match<Payload>[] = [];
    for (let at = 0; at < scan.tokens.length; at += 1) matches.push(...this.at(scan, at, longest));
    return matches;
  }

  /** The matches that begin at a token. */
  at(scan: Scan, at: number, longest = false): Match<Payload>[] {
    const token = scan.tokens[at];
    if (token === undefined || token.ids.length === 0) return [];
    const matches: Match<Payload>[] = [];
    const tried = new Set<Rule<Payload>>();
    for (const id of token.ids) {
      for (const rule of this.#byWord.get(id) ?? []) {
        if (tried.has(rule)) continue;
        tried.add(rule);
        const ends = this.#matcher.endsAt(scan, rule, at);
        if (ends.length === 0) continue;
        const to = longest ? Math.max(...ends) : Math.min(...ends);
        matches.push({ from: at, to, payload: rule.payload });
      }
    }
    return matches;
  }
}
