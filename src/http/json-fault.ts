export interface JsonFault {
  /** In characters, from 0. */
  readonly position: number;
  readonly line: number;
  readonly column: number;
}

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON. For telling the sender, because the engine's own message repeats
 * what was sent and names no position. Call it only with a text that `JSON.parse` refused.
 */
export function findJsonFault(text: string): JsonFault {
  const position = scan(text);
  const before = text.slice(0, position).split('\n');
  return { position, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

/** Walks without recursion: depth costs an array entry, not a stack frame. */
function scan(text: string): number {
  const open: ('[' | '{')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'comma or end');
  for (;;) {
    at = skip(space, text, at);
    const char = text[at];
    if (char === undefined || wanted === 'nothing') return at;
    if (wanted === 'colon') {
      if (char !== ':') return at;
      wanted = 'value';
    } else if (wanted === 'comma or end') {
      if (char === ',') wanted = open.at(-1) === '[' ? 'value' : 'key';
      else if (char === (open.at(-1) === '[' ? ']' : '}')) {
        open.pop();
        wanted = afterValue();
      } else return at;
    } else if (
      (wanted === 'value or ]' && char === ']') ||
      (wanted === 'key or }' && char === '}')
    ) {
      open.pop();
      wanted = afterValue();
    } else if (wanted === 'key' || wanted === 'key or }') {
      const end = char === '"' ? skip(scalar, text, at) : at;
      if (end === at) return at;
      at = end;
      wanted = 'colon';
      continue;
    } else if (char === '[' || char === '{') {
      open.push(char);
      wanted = char === '[' ? 'value or ]' : 'key or }';
    } else {
      const end = skip(scalar, text, at);
      if (end === at) return at;
      at = end;
      wanted = afterValue();
      continue;
    }
    at += 1;
  }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
