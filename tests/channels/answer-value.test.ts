import * as fc from 'fast-check';
import { readAnswer } from '../../src/channels/answer-value';

describe('the value of a button or card', () => {
  it.each([
    [{ question: 'q', answer: true }, true],
    [{ question: 'q', answer: 0 }, 0],
    [{ question: 'q', answer: 'lower' }, 'lower'],
    [{ question: 'q', answer: ['a', 'b'] }, ['a', 'b']],
    [{ question: 'q', answer: 'a, b,' }, ['a', 'b']],
    [{ question: 'q', kind: 'multi-choice', answer: 'a' }, ['a']],
    [{ question: 'q', kind: 'multi-choice' }, []],
    [{ question: 'q', answer: 'a', more: 1 }, 'a'],
  ])('%j is read', (value, answer) => {
    expect(readAnswer(value)).toEqual({ question: 'q', answer });
  });

  it.each([
    [{ question: 'q' }],
    [{ answer: true }],
    [{ question: '', answer: true }],
    [{ question: 'q', answer: { a: 1 } }],
    [{ question: 'q', answer: [1] }],
    ['q'],
    [null],
    [undefined],
    [[]],
  ])('%j is none', (value) => {
    expect(readAnswer(value)).toBeNull();
  });

  it('never makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => readAnswer(value)).not.toThrow();
      }),
    );
  });
});
