import { numberAt, type SaidNumber } from './numbers';
import type { Span, Token } from './token';

/** The stretches of a text between its commas and full stops. */
export function fragmentsOf(tokens: readonly Token[]): Span[] {
  const fragments: Span[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.before === 0) continue;
    fragments.push({ from, to: at });
    from = at;
  }
  return fragments.filter((one) => one.to > one.from);
}

const padding = new Set(
  'a an about around maybe like roughly probably perhaps i would say guess think reckon suppose it is was that so just only oh um hmm well now ish today currently right love mate please though really tbh honestly or and at no not sorry actually yes yeah more between easily solid of out'.split(
    ' ',
  ),
);

/** A number that stands in a fragment of its own, with nothing but padding around it. */
export interface LoneNumber extends SaidNumber {
  readonly fragment: Span;
}

/** Numbers that are a statement by themselves: "lower back, since Monday, six". */
export function loneNumbersIn(tokens: readonly Token[]): LoneNumber[] {
  return fragmentsOf(tokens).flatMap((fragment): LoneNumber[] => {
    const numbers: SaidNumber[] = [];
    let at = fragment.from;
    while (at < fragment.to) {
      const number = numberAt(tokens, at);
      // "a couple" is an amount of something
      const isCount =
        number !== null && /^(a|an|half|couple|few|several|dozen)$/.test(tokens[at]?.word ?? '');
      if (number !== null && !isCount) {
        numbers.push(number);
        at = number.to;
      } else if (number === null && padding.has(tokens[at]?.word ?? '')) at += 1;
      else return [];
    }
    return numbers.map((number) => ({ ...number, fragment }));
  });
}
