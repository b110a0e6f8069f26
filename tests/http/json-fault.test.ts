import * as fc from 'fast-check';
import { findJsonFault } from '../../src/http/json-fault';

describe('the place of a fault in JSON', () => {
  it.each([
    ['', 0, 1, 1],
    ['{', 1, 1, 2],
    ['{"a":}', 5, 1, 6],
    ['{"a" 1}', 5, 1, 6],
    ['{"a":1,}', 7, 1, 8],
    ['{a:1}', 1, 1, 2],
    ['[1,]', 3, 1, 4],
    ['[1 2]', 3, 1, 4],
    ['[1}', 2, 1, 3],
    ['{"a":1}\n{', 8, 2, 1],
    ['{\n  "a": 01\n}', 10, 2, 9],
    ['"open', 0, 1, 1],
    ['["\t"]', 1, 1, 2],
    ["{'a':1}", 1, 1, 2],
    ['nul', 0, 1, 1],
    ['[1.]', 2, 1, 3],
    ['["\\x"]', 1, 1, 2],
  ])('%j is found', (text, position, line, column) => {
    expect(findJsonFault(text)).toEqual({ position, line, column });
  });

  it('is found however deep it lies', () => {
    const deep = '['.repeat(200_000);
    expect(findJsonFault(deep).position).toBe(200_000);
  });

  it('is never behind the character that does not belong', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const at = cut % (json.length + 1);
        // A character that begins and continues nothing outside of strings.
        const text = `${json.slice(0, at)}\u0001${json.slice(at)}`;
        const { position } = findJsonFault(text);
        expect(position).toBeLessThanOrEqual(at);
        expect(() => JSON.parse(text)).toThrow(SyntaxError);
      }),
    );
  });

  it('is at the end of what is whole', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(findJsonFault(json).position).toBe(json.length);
      }),
    );
  });
});
