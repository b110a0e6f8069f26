import { meaningOf } from './pack-understanding';

const isSearched = (text: string, question?: string): boolean =>
  meaningOf(text, question).found !== null;

describe('what is looked up in the knowledge', () => {
  test.each([
    ['nope', 'location'],
    ['no', 'onset'],
    ['none of these', 'screen-legs'],
    ['7ish', 'location'],
    ['lower', 'severity'],
    ['ok', 'durationDays'],
    ['yes', 'location'],
    ['hmm', 'recurrent'],
    ['idk', 'location'],
    ['ok', 'menu'],
    ['hmm', undefined],
    ['nope', undefined],
    ['no thanks', undefined],
  ])('not "%s", said to %s', (text, question) => {
    expect(isSearched(text, question)).toBe(false);
  });

  test.each([
    ['heat or ice', 'location'],
    ['what about muscle relaxants', 'severity'],
    ['should i see a doctor?', 'recurrent'],
    ['sciatica', 'menu'],
    ['sciatica', undefined],
    ['heat or ice?', undefined],
    ['foam roller', undefined],
  ])('"%s", said to %s', (text, question) => {
    expect(isSearched(text, question)).toBe(true);
  });

  test.each([
    'can i take 800mg ibuprofen',
    'how many can i take',
    'is it ok to have 3 nurofen at once',
    'can i take two ibuprofen',
  ])('%s asks for a dose', (text) => {
    expect(meaningOf(text).found).toEqual({ kind: 'out-of-scope', id: 'dose' });
  });
});

describe('what is wanted', () => {
  test.each([
    ['can i talk to a real person here?', 'question'],
    ['how do i delete my chat?', 'question'],
    ['please put me on to a nurse', 'human'],
    ['give me someone to talk to', 'human'],
    ['Delete everything you have on me', 'erase'],
    ['wipe this conversation please', 'erase'],
    ['what have you saved about me', 'what-stored'],
    ['lets start from the beginning', 'restart'],
    ['take me off the waiting list', 'leave-queue'],
    ['cheers, that was useful', 'thanks'],
    ['evening all', 'greet'],
    ['are you chatgpt', 'chit-chat'],
    ['this is a load of rubbish', 'insult'],
    ['what am i supposed to do here', 'help'],
    ['i had to stop and go back home because my back seized', 'symptom'],
    ['my husband had to help me up off the floor, lower back pain', 'symptom'],
    ['my back makes me skip the gym', 'symptom'],
    ['the pain starts again every time i sit', 'symptom'],
  ])('%s: %s', (text, intent) => {
    expect(meaningOf(text).intent).toBe(intent);
  });

  test.each([
    ['next', 'skip'],
    ["i'd rather skip that one", 'skip'],
    ["what's that got to do with it", 'why'],
    ['come again?', 'repeat'],
    ['oops wrong answer, go back one', 'back'],
    ['forget it', 'cancel'],
  ])('%s, said to a question: %s', (text, intent) => {
    expect(meaningOf(text, 'age').intent).toBe(intent);
  });
});
