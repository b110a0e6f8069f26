import { inflections } from './inflections';
import { readPattern, PatternFault, type Pattern } from './pattern';
import { Break, type Span, type Token } from './token';
import type { Vocabulary } from './vocabulary';

/** A pattern with its words numbered and its concepts found. */
type Node =
  | { readonly kind: 'words'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'concept'; readonly index: number }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly options: readonly Node[]; byWord: ByWord | null }
  | { readonly kind: 'optional'; readonly part: Node }
  | { readonly kind: 'not'; readonly part: Node }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** The options of a choice by the words that they begin with, so that only likely ones are tried. */
interface ByWord {
  readonly options: ReadonlyMap<number, readonly Node[]>;
  readonly maybeEmpty: readonly Node[];
}

/** Where a pattern can begin: a set of words, or anywhere when it may be empty. */
interface Beginning {
  readonly ids: ReadonlySet<number>;
  readonly mayBeEmpty: boolean;
}

/** A compiled pattern with what its owner wants to know when it matches. */
export interface Rule<Payload> {
  readonly node: Node;
  readonly begins: ReadonlySet<number>;
  readonly payload: Payload;
}

export interface Match<Payload> extends Span {
  readonly payload: Payload;
}

/** A text being matched, with what was already found out about it. */
export interface Scan {
  readonly tokens: readonly Token[];
  readonly conceptEnds: Map<number, readonly number[]>;
}

/** Begins the matching of a text. */
export const scanOf = (tokens: readonly Token[]): Scan => ({ tokens, conceptEnds: new Map() });

const none: readonly number[] = [];

const speakers = new Set(['i', 'he', 'she', 'my', 'it', 'and', 'then', 'so', 'back', 'pain']);

/** Words that a gap never swallows, since what comes after them is another statement. */
const gapStops = new Set(
  'but although though however no not without never nor fine ok okay normal'.split(' '),
);

/** Compiles patterns of one lexicon and finds them in texts, in time bounded by the text's length. */
export class Matcher {
  readonly #vocabulary: Vocabulary;
  readonly #conceptIndex: ReadonlyMap<string, number>;
  readonly #concepts: Node[] = [];
  readonly #conceptBegins: ReadonlySet<number>[] = [];

  constructor(vocabulary: Vocabulary, concepts: Readonly<Record<string, readonly string[]>>) {
    this.#vocabulary = vocabulary;
    const names = Object.keys(concepts);
    this.#conceptIndex = new Map(names.map((name, index) => [name, index]));
    for (const name of names) {
      const options = (concepts[name] ?? []).map((source) =>
        this.#compile(readPattern(source), source),
      );
      this.#concepts.push({ kind: 'any', options, byWord: null });
    }
    for (const index of names.keys()) {
      this.#conceptBegins.push(this.#beginningOfConcept(index, new Set()).ids);
    }
  }

  /** Compiles one pattern. Throws a `PatternFault` when it is wrong or may match nothing at all. */
  rule<Payload>(source: string, payload: Payload): Rule<Payload> {
    const node = this.#compile(readPattern(source), source);
    const { ids, mayBeEmpty } = this.#beginning(node, new Set());
    if (mayBeEmpty || ids.size === 0) throw new PatternFault(source, 'may match nothing at all');
    return { node, begins: ids, payload };
  }

  /** Ends of a rule that begins at a token. Empty when it does not match there. */
  endsAt(scan: Scan, rule: Rule<unknown>, at: number): readonly number[] {
    const token = scan.tokens[at];
    if (!isOneOf(token, rule.begins)) return none;
    return this.#ends(rule.node, scan, at);
  }

  #compile(pattern: Pattern, source: string): Node {
    switch (pattern.kind) {
      case 'word': {
        const words = pattern.inflected ? inflections(pattern.word) : [pattern.word];
        return { kind: 'words', ids: new Set(words.map((word) => this.#vocabulary.add(word))) };
      }
      case 'concept': {
        const index = this.#conceptIndex.get(pattern.name);
        if (index === undefined) throw new PatternFault(source, `no concept "${pattern.name}"`);
        return { kind: 'concept', index };
      }
      case 'sequence':
        return {
          kind: 'sequence',
          parts: pattern.parts.map((part) => this.#compile(part, source)),
        };
      case 'any':
        return {
          kind: 'any',
          options: pattern.options.map((part) => this.#compile(part, source)),
          byWord: null,
        };
      case 'optional':
      case 'not':
        return { kind: pattern.kind, part: this.#compile(pattern.part, source) };
      case 'gap':
      case 'start':
      case 'end':
      default:
        return pattern;
    }
  }

  #beginningOfConcept(index: number, above: Set<number>): Beginning {
    if (above.has(index)) throw new PatternFault(`concept ${index}`, 'a concept contains itself');
    const node = this.#concepts[index];
    if (node === undefined) return { ids: new Set(), mayBeEmpty: false };
    return this.#beginning(node, new Set([...above, index]));
  }

  #beginning(node: Node, above: Set<number>): Beginning {
    switch (node.kind) {
      case 'words':
        return { ids: node.ids, mayBeEmpty: false };
      case 'concept':
        return this.#beginningOfConcept(node.index, above);
      case 'any': {
        const all = node.options.map((option) => this.#beginning(option, above));
        return {
          ids: new Set(all.flatMap(({ ids }) => [...ids])),
          mayBeEmpty: all.some(({ mayBeEmpty }) => mayBeEmpty),
        };
      }
      case 'sequence': {
        const ids = new Set<number>();
        for (const part of node.parts) {
          const first = this.#beginning(part, above);
          for (const id of first.ids) ids.add(id);
          if (!first.mayBeEmpty) return { ids, mayBeEmpty: false };
        }
        return { ids, mayBeEmpty: true };
      }
      case 'optional':
        return { ids: this.#beginning(node.part, above).ids, mayBeEmpty: true };
      case 'not':
      case 'gap':
      case 'start':
      case 'end':
      default:
        return { ids: new Set(), mayBeEmpty: true };
    }
  }

  #ends(node: Node, scan: Scan, at: number): readonly number[] {
    switch (node.kind) {
      case 'words':
        return isOneOf(scan.tokens[at], node.ids) ? [at + 1] : none;
      case 'concept':
        return this.#endsOfConcept(node.index, scan, at);
      case 'any':
        return this.#endsOfAny(node, scan, at);
      case 'sequence': {
        let ends: readonly number[] = [at];
        for (const [index, part] of node.parts.entries()) {
          let next: readonly number[] = none;
          for (const end of ends) {
            if (
              index > 0 &&
              part.kind !== 'end' &&
              part.kind !== 'not' &&
              !isJoined(scan, at, end)
            ) {
              if (part.kind !== 'optional') continue;
              next = union(next, [end]);
              continue;
            }
            next = union(next, this.#ends(part, scan, end));
          }
          if (next.length === 0) return none;
          ends = next;
        }
        return ends;
      }
      case 'optional':
        return union([at], this.#ends(node.part, scan, at));
      case 'not':
        return this.#ends(node.part, scan, at).length === 0 ? [at] : none;
      case 'gap': {
        const ends: number[] = [at];
        for (let end = at; end < at + node.most && end < scan.tokens.length; end += 1) {
          const token = scan.tokens[end];
          if (end > 0 && token?.before === Break.sentence) break;
          if (token === undefined || gapStops.has(token.word)) break;
          if (token.word === 'neither') break;
          if (token.word === 'and' && speakers.has(scan.tokens[end + 1]?.word ?? '')) break;
          if (end > at && token.before === Break.phrase && speakers.has(token.word)) break;
          ends.push(end + 1);
        }
        return ends;
      }
      case 'start':
        return at === 0 ? [at] : none;
      case 'end':
      default:
        return at === scan.tokens.length ? [at] : none;
    }
  }

  #endsOfAny(node: Extract<Node, { kind: 'any' }>, scan: Scan, at: number): readonly number[] {
    node.byWord ??= this.#sorted(node.options);
    let ends: readonly number[] = none;
    for (const option of node.byWord.maybeEmpty) ends = union(ends, this.#ends(option, scan, at));
    for (const id of scan.tokens[at]?.ids ?? []) {
      for (const option of node.byWord.options.get(id) ?? []) {
        ends = union(ends, this.#ends(option, scan, at));
      }
    }
    return ends;
  }

  #sorted(options: readonly Node[]): ByWord {
    const byWord = new Map<number, Node[]>();
    const maybeEmpty: Node[] = [];
    for (const option of options) {
      const { ids, mayBeEmpty } = this.#beginning(option, new Set());
      if (mayBeEmpty) maybeEmpty.push(option);
      else {
        for (const id of ids) {
          const list = byWord.get(id);
          if (list === undefined) byWord.set(id, [option]);
          else list.push(option);
        }
      }
    }
    return { options: byWord, maybeEmpty };
  }

  #endsOfConcept(index: number, scan: Scan, at: number): readonly number[] {
    const token = scan.tokens[at];
    const begins = this.#conceptBegins[index];
    const node = this.#concepts[index];
    if (token === undefined || begins === undefined || node === undefined) return none;
    if (!isOneOf(token, begins)) return none;
    const key = index * (scan.tokens.length + 1) + at;
    const known = scan.conceptEnds.get(key);
    if (known !== undefined) return known;
    const ends = this.#ends(node, scan, at);
    scan.conceptEnds.set(key, ends);
    return ends;
  }
}

function isOneOf(token: Token | undefined, words: ReadonlySet<number>): boolean {
  if (token === undefined) return false;
  const { ids } = token;
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index];
    if (id !== undefined && words.has(id)) return true;
  }
  return false;
}

function union(left: readonly number[], right: readonly number[]): readonly number[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const joined = [...left];
  for (const end of right) if (!joined.includes(end)) joined.push(end);
  return joined;
}

/** Whether a pattern that began at one token may go on at another: not over the end of a sentence. */
function isJoined(scan: Scan, began: number, at: number): boolean {
  return at === began || scan.tokens[at]?.before !== Break.sentence;
}
