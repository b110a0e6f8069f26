import type { Input, Meaning } from '../../dialogs';
import type { Context } from '../../dialogs/context';
import { nextScreen } from '../../dialogs/progress';
import { isGraver } from '../../dialogs';
import type { Tier } from '../../knowledge';
import { pack, type Said, type Talk } from './talk';

const words = pack.words.get('en');
if (words === undefined) throw new Error('the pack has no English');
const script = { pack, words };

/** The first step of every remedy: seen in a message only when the remedy is shown. */
const remedySteps = [...words.remedies.values()].map(({ steps }) => `- ${steps[0] ?? ''}`);
const advice = [...words.answers.values()].filter((answer) => answer.advice !== undefined);

const readBefore = (talk: Talk): Context | null => (talk.envelope === null ? null : talk.context);

const rank = (tier: Tier | null): Tier => tier ?? 'self-care';

/** What has to hold of every turn, whatever was said. Names the first promise that was broken. */
export function brokenPromise(
  talk: Talk,
  input: Input,
  meaning: Meaning | null,
  take: () => Said,
): string | null {
  const before = readBefore(talk);
  const wasLive = JSON.stringify(talk.state ?? null).includes('"care":"live"');
  const said = take();
  const after = talk.context;
  const endedByClinician = input.type === 'resolved' || input.type === 'returned';
  const erased = said.does.includes('erase');

  const questions = said.messages.filter((message) => message.question !== undefined);
  if (questions.length > 1) return 'two questions in one turn';
  if (questions.length === 1 && said.messages.at(-1)?.question === undefined) {
    return 'a question that is not the last message';
  }

  if (!endedByClinician && !erased && isGraver(rank(before?.told ?? null), rank(after.told))) {
    return 'a tier that fell';
  }

  for (const [index, effect] of said.effects.entries()) {
    const previous = said.effects[index - 1];
    if (effect.type === 'conclude' && previous?.type !== 'say') return 'an outcome not told first';
  }

  const shows = remedySteps.some((step) => said.text.includes(step));
  const grave = after.told === 'emergency' || after.told === 'urgent';
  const incomplete = nextScreen(script, after) !== null || after.signs.length > 0;
  if (shows && (grave || incomplete)) return 'self-care before it was safe';
  const advised = advice.some(({ answer }) => said.text.includes(answer.trim()));
  if (advised && (grave || (incomplete && after.flags.length > 0))) {
    return 'an answer with advice before it was safe';
  }

  const emergency = meaning?.flags.some(({ id }) => pack.rules.get(id)?.tier === 'emergency');
  if (emergency === true) {
    const told = said.messages.some(
      ({ tone, text }) => tone === 'emergency' && text.includes('911'),
    );
    if (!told) return 'an emergency that was not told at once';
    if (said.tier !== 'emergency') return 'an emergency without its outcome';
  }

  if (wasLive && (input.type === 'said' || input.type === 'chose')) {
    const allowed = said.does.every((type) =>
      ['conclude', 'alertClinician', 'updateCase'].includes(type),
    );
    if (!allowed) return 'a bot that meddles with a clinician';
    if (said.messages.length > 0 && !said.does.includes('alertClinician')) {
      return 'a bot that talks over a clinician';
    }
  }
  return null;
}
