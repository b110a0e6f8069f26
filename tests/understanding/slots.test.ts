import { readCases } from './cases';
import { meaningOf } from './pack-understanding';

describe('what a message tells unasked', () => {
  test.each(readCases('slots-in-words.jsonl'))('$text', ({ text, slots }) => {
    expect(meaningOf(text).slots).toEqual(slots);
  });
});

describe('the number that a question takes', () => {
  test.each([
    ['durationDays', 'started yesterday teatime', 1],
    ['durationDays', 'the 12th', 10],
    ['durationDays', '3/11', 19],
    ['durationDays', 'Nov 3rd', 19],
    ['durationDays', 'july', 144],
    ['durationDays', '2-3 weeks', 21],
    ['durationDays', 'ooh, last weekend i think', 8],
    ['durationDays', 'just now', 0],
    ['severity', 'around 4-5', 5],
    ['severity', '4 now but 8 when I move', 4],
    ['severity', 'was nine on Friday, four now', 4],
    ['severity', '5 i guess, 2 paracetamol helped', 5],
    ['severity', 'six. hmm. no, seven', 7],
    ['severity', 'on a scale of 1 to 10 id say 6', 6],
    ['age', '46. no, 47, I had a birthday on monday', 47],
    ['age', "I'll be seventy in March", 69],
    ['age', 'my daughter is 7', 7],
  ])('%s: %s', (question, text, number) => {
    expect(meaningOf(text, question).reply).toEqual({ kind: 'value', value: number });
  });

  test.each(['9', 'about 4', 'ok'])('%s is no stretch of time', (text) => {
    expect(meaningOf(text, 'durationDays').reply).toBeNull();
  });

  test('a bare number is a score when nothing was asked, and not when days were', () => {
    expect(meaningOf('six.').slots).toEqual({ severity: 6 });
    expect(meaningOf('six.', 'durationDays').slots).toEqual({});
  });
});
