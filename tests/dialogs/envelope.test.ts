import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../dialogs/migrations';
import type { Envelope } from '../../dialogs';
import { sign, Talk } from './talk';

const folder = join(__dirname, 'envelopes');
const frozen = readdirSync(folder).toSorted();

function read(name: string): Envelope {
  const envelope: Envelope = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return envelope;
}

/** A conversation that stands in the middle of the screens with a fever noted. */
function midway(): Talk {
  const talk = new Talk();
  talk.intake();
  talk.press('screen-bladder-bowel', 'none');
  talk.press('screen-legs', 'none');
  return talk;
}

describe('a stored envelope', () => {
  it('is kept as a sample for every version', () => {
    expect(frozen).toEqual(Array.from({ length: version }, (_, index) => `v${index + 1}.json`));
  });

  it.each(frozen)('%s is still read, and goes on where it was', (name) => {
    const talk = new Talk();
    talk.envelope = read(name);
    const said = talk.press('screen-general', 'none');
    expect([said.messages.length, said.asks, talk.envelope.version]).toEqual([
      1,
      'screen-pain',
      version,
    ]);
    expect(talk.context.slots).toMatchObject({ location: 'lower', severity: 5, age: 40 });
  });

  it('is plain JSON', () => {
    const { envelope } = midway();
    expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
  });

  it.each([
    ['a state that no longer exists', { topic: 'gone', aside: 'none', care: 'alone' }],
    ['a state of another shape', 'menu'],
    ['no state', null],
  ])('with %s keeps the facts and asks the screens again', (_, state) => {
    const talk = midway();
    talk.envelope = { version, state, context: talk.context };
    const said = talk.tell({ intent: 'repeat' });
    expect(said.text).toContain('I lost my place');
    expect([said.asks, talk.context.screened, talk.context.slots.severity]).toEqual([
      'screen-bladder-bowel',
      [],
      5,
    ]);
  });

  it('with a broken context keeps each fact that can still be read', () => {
    const talk = midway();
    const { slots, flags } = talk.context;
    const context = { slots, flags: [...flags], told: 'dreadful', denied: 7 };
    talk.envelope = { version, state: talk.state, context };
    const said = talk.tell({ intent: 'repeat' });
    expect([said.asks, talk.context.slots.age, talk.context.told]).toEqual([
      'screen-bladder-bowel',
      40,
      null,
    ]);
  });

  it('of a version from the future is not guessed at', () => {
    const talk = midway();
    talk.envelope = { version: version + 1, state: talk.state, context: talk.context };
    expect(talk.tell({ intent: 'repeat' }).text).toContain('I lost my place');
  });

  it('that is no envelope at all begins anew', () => {
    const talk = new Talk();
    talk.envelope = { version: Number.NaN, state: undefined, context: 'x' };
    expect(talk.tell({ intent: 'repeat' }).asks).toBe('menu');
  });

  it('that lost its place still knows that somebody was sent to hospital', () => {
    const talk = new Talk();
    talk.tell(sign('saddle-numbness'));
    talk.envelope = { version, state: 'lost', context: talk.context };
    const said = talk.tell({ intent: 'thanks' });
    expect([talk.context.told, said.tier]).toEqual(['emergency', null]);
    expect(said.text).not.toContain('check');
  });

  it('that lost its place keeps the place in the queue', () => {
    const talk = new Talk();
    talk.tell({ intent: 'human' });
    talk.envelope = { version, state: { care: 'waiting' }, context: talk.context };
    expect(talk.take({ type: 'queue', position: 1, estimatedMinutes: 2 }).does).toEqual(['queued']);
  });
});
