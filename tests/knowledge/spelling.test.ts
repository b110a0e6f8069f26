import { assert, constantFrom, property, string } from 'fast-check';
import { createRepair, editDistance } from '../../knowledge/retrieval/spelling';

describe('repairing spelling', () => {
  const repair = createRepair(
    new Map([
      ['spasm', 9],
      ['muscle', 5],
      ['mattress', 3],
      ['medicine', 4],
      ['heat', 2],
      ['head', 7],
    ]),
  );

  it.each([
    ['spams', 'spasm'],
    ['mucsle', 'muscle'],
    ['matress', 'mattress'],
    ['medecin', 'medecin'],
    ['medicinne', 'medicine'],
    ['hear', 'head'],
    ['heat', 'heat'],
    ['bitcoin', 'bitcoin'],
    ['2weeks', '2weeks'],
  ])('reads %s as %s', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it('counts the same slips in both directions, and never beyond the limit', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 8 });
    assert(
      property(word, word, (a, b) => {
        const distance = editDistance(a, b, 2);
        expect(distance).toBe(editDistance(b, a, 2));
        expect(distance).toBeLessThanOrEqual(3);
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});
