import { fromTransition, initialTransition, transition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { conversationMachine } from '../../dialogs/conversation.machine';
import type { Context } from '../../dialogs/context';
import type { OutsideEvent } from '../../dialogs/events';
import { isDoing, type Action, type Doing } from '../../dialogs/machine-kit';
import { nextScreen } from '../../dialogs/progress';
import { isGraver, type Meaning } from '../../dialogs';
import type { Pack, PackWords } from '../../knowledge';
import { meaning, pack as whole, reply, sign } from './talk';

const now = '2026-11-22T10:00:00.000Z';
const english = whole.words.get('en');
if (english === undefined) throw new Error('the pack has no English');

/** The pack cut down to no question and two screens of one sign each. */
const words: PackWords = {
  ...english,
  intake: [],
  screens: english.screens
    .filter(({ id }) => id === 'screen-bladder-bowel' || id === 'screen-general')
    .map((screen) => ({ ...screen, options: screen.options.slice(0, 1) })),
  redFlags: new Map(
    [...english.redFlags].map(([id, { label, because, confirm }]) => [
      id,
      { id, label, because, confirm },
    ]),
  ),
};
const pack: Pack = { ...whole, words: new Map([['en', words]]) };
const script = { pack, words };
const machine = conversationMachine(script);

type Place = ReturnType<typeof machine.resolveState>;

const told = (part: Partial<Meaning>): OutsideEvent => ({
  type: 'TOLD',
  meaning: meaning(part),
  by: 'words',
  now,
});
const advice = [...words.answers.values()].find((answer) => answer.advice === 'self-care');
const best = { id: advice?.id ?? '', confidence: 1 };

/** What anybody may do in any turn, in meanings rather than words. */
const alphabet: Readonly<Record<string, OutsideEvent>> = {
  yes: told(reply(true)),
  no: told(reply(false)),
  check: told({ intent: 'check-symptoms' }),
  human: told({ intent: 'human' }),
  ask: told({ intent: 'question', found: { kind: 'sure', best } }),
  skip: told({ intent: 'skip' }),
  cancel: told({ intent: 'cancel' }),
  restart: told({ intent: 'restart' }),
  fever: told(sign('fever')),
  tingling: told(sign('leg-numbness-tingling')),
  emergency: told(sign('saddle-numbness')),
  enough: told(reply('enough')),
  more: told(reply('more')),
  claim: { type: 'CLAIMED', clinician: 'Dr Ng' },
  release: { type: 'RELEASED' },
  resolve: { type: 'RESOLVED', clinician: 'Dr Ng' },
};

interface Turn {
  readonly place: Place;
  readonly doings: readonly Doing[];
}

function take(place: Place, event: OutsideEvent): Turn {
  const [heard, first] = transition(machine, place, event);
  const [settled, last] = transition(machine, heard, { type: 'TURN_ENDED' });
  const actions: readonly Action[] = [...first, ...last];
  return { place: settled, doings: actions.filter(isDoing) };
}

const ids = (flags: readonly { readonly id: string }[]): string =>
  flags
    .map(({ id }) => id)
    .toSorted()
    .join();

/** Places that differ only in what cannot change what happens next are one. */
function nameOf(place: Place): string {
  const one: Context = place.context;
  return JSON.stringify([
    place.value,
    one.told,
    one.asking?.id,
    ids(one.flags),
    one.doubts.length > 0,
    one.screened.length,
    one.signs.length,
    one.offer,
  ]);
}

const kindsOf = (turn: Turn): readonly string[] => turn.doings.map(({ type }) => type);

/** The promises of the dialogue, each told apart from what breaks it. */
const promises: Readonly<Record<string, (before: Place, event: string, turn: Turn) => boolean>> = {
  'self-care is shown only when every screen was answered and nothing grave stands': (
    _,
    __,
    { place: { context }, doings },
  ) =>
    !doings.some((doing) => doing.type === 'showRemedies') ||
    (nextScreen(script, context) === null &&
      context.told !== 'urgent' &&
      context.told !== 'emergency'),
  'advice is withheld while anything is unresolved': (before, event, { doings }) =>
    event !== 'ask' ||
    before.context.told !== 'urgent' ||
    !doings.some((doing) => doing.type === 'answer' && !doing.params.withhold),
  'an emergency is told in the same turn': (_, event, { doings }) =>
    event !== 'emergency' ||
    doings.some((doing) => doing.type === 'tell' && doing.params.what === 'emergency'),
  'a clinician is one turn away': (before, event, turn) =>
    event !== 'human' ||
    !before.matches({ care: 'alone' }) ||
    turn.place.matches({ care: 'waiting' }),
  'the bot is silent while a clinician owns the chat': (before, event, turn) =>
    !before.matches({ care: 'live' }) ||
    ['release', 'resolve'].includes(event) ||
    kindsOf(turn).includes('alertClinician') ||
    !kindsOf(turn).some((kind) => ['say', 'ask', 'tell', 'answer', 'showRemedies'].includes(kind)),
  'a tier never falls without a clinician': (before, event, turn) =>
    event === 'resolve' ||
    before.context.told === null ||
    (turn.place.context.told !== null && !isGraver(before.context.told, turn.place.context.told)),
  'at most one question is put': (_, __, turn) =>
    kindsOf(turn).filter((kind) => kind === 'ask').length <= 1,
};

describe('every place that a conversation can reach', () => {
  const logic = fromTransition(
    (place: Place, event: OutsideEvent) => take(place, event).place,
    () => initialTransition(machine)[0],
  );
  const map = getAdjacencyMap(logic, {
    events: Object.values(alphabet),
    serializeState: (snapshot) => nameOf(snapshot.context),
    limit: 100_000,
  });
  const places = Object.values(map).map(({ state }) => state.context);

  const turns = places.flatMap((place) =>
    Object.entries(alphabet).map(([event, outside]) => ({
      place,
      event,
      turn: take(place, outside),
    })),
  );

  it('is enumerated', () => {
    const topics = new Set(places.map(({ value }) => value.topic));
    process.stdout.write(`${places.length} places, ${turns.length} transitions\n`);
    for (const topic of ['starting', 'menu', 'screening', 'selfCare', 'advised', 'rating']) {
      expect(topics).toContain(topic);
    }
  });

  it.each(Object.entries(promises))('%s', (_, holds) => {
    const broken = turns
      .filter(({ place, event, turn }) => !holds(place, event, turn))
      .map(({ place, event }) => `${event} in ${nameOf(place)}`);
    expect(broken.slice(0, 3)).toEqual([]);
  });
});
