import { z } from 'zod';
import type { Dialog } from '../../../dialogs';
import { openPack } from '../../../src/knowledge/open-pack';
import { openDialog } from '../../../src/open-dialog';
import { connectClient, type Client, type Seen } from './client';
import { secret, startService, type Service } from './service';

let dialog: Dialog;
let service: Service;
let client: Client;

beforeAll(() => {
  dialog = openDialog(openPack());
});
beforeEach(async () => {
  service = await startService({ dialog });
  client = connectClient({ domain: service.domain, secret });
  await untilAsked('menu');
});
afterEach(async () => {
  client.end();
  await service.close();
});

/** The parts of an activity that the tests look into. */
const looked = z.object({
  entities: z.array(z.record(z.string(), z.unknown())).default([]),
  attachments: z.array(z.unknown()).default([]),
  value: z.record(z.string(), z.unknown()).default({}),
});

const valueOf = (activity: Seen): Record<string, unknown> => looked.parse(activity).value;

function entityOf(activity: Seen, type: string): Record<string, unknown> | undefined {
  return looked.parse(activity).entities.find((entity) => entity['type'] === type);
}

/** The activity that asks the question, once it has come. */
function untilAsked(question: string): Promise<Seen> {
  return client.untilThat((activity) => entityOf(activity, 'question')?.['id'] === question);
}

async function answer(question: string, value: unknown): Promise<void> {
  await untilAsked(question);
  await client.line
    .postActivity({
      type: 'message',
      from: { id: 'me' },
      value: { question, answer: value },
    })
    .take(1)
    .toPromise();
}

describe('the activities of the contract, through the real client', () => {
  it('ask questions that are answered by value, one after the other', async () => {
    await answer('menu', 'check-symptoms');
    await answer('location', 'lower');
    await answer('durationDays', 2);
    const onset = entityOf(await untilAsked('onset'), 'question');
    expect(onset).toMatchObject({ type: 'question', id: 'onset', kind: 'choice' });
    expect(client.texts()).toEqual(expect.arrayContaining(['Lower back', '2']));
  });

  it('answer from the knowledge and name the source', async () => {
    await client.say('How long should I use heat?');
    const said = await client.untilThat((activity) => entityOf(activity, 'answer') !== undefined);
    expect(entityOf(said, 'answer')).toEqual({
      type: 'answer',
      id: 'heat-how-long',
      confidence: expect.any(Number),
    });
    expect(entityOf(said, 'https://schema.org/Message')).toMatchObject({
      '@type': 'Message',
      citation: [{ '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument' } }],
    });
    expect(said.text).toMatch(/ \[1\]\n\n\[1\]: \S+ "/);
  });

  it('send an emergency to help, say why, and hand over to a clinician and back', async () => {
    const words = 'I cannot feel anything when I wipe';
    await client.say(words);
    const outcome = await client.until('triage.outcome');
    expect(valueOf(outcome)).toMatchObject({
      tier: 'emergency',
      flags: [
        { id: 'saddle-numbness', tier: 'emergency', evidence: expect.stringContaining('wipe') },
      ],
      intake: {},
      pack: expect.stringMatching(/^back-spasms@\d/),
    });
    const before = client.seen[client.seen.indexOf(outcome) - 1];
    expect([before?.type, before?.text]).toEqual(['message', expect.stringContaining('911')]);

    await answer('offer-clinician', true);
    const initiate = await client.until('handoff.initiate');
    const { caseId } = valueOf(initiate);
    const [transcript] = looked.parse(initiate).attachments;
    expect(transcript).toMatchObject({ contentType: 'application/json', name: 'Transcript' });
    expect(JSON.stringify(transcript)).toContain(words);
    expect(valueOf(await client.until('handoff.queued'))).toEqual({
      position: 1,
      estimatedMinutes: expect.any(Number),
    });

    const { cases } = service.world;
    await cases.claim(String(caseId), 'Dr Reyes');
    expect(valueOf(await client.until('handoff.status'))).toMatchObject({ state: 'accepted' });
    await cases.reply(String(caseId), 'Dr Reyes', 'r1', 'Are you safe right now?');
    const asked = await client.until('Are you safe right now?');
    expect(asked).toMatchObject({ type: 'message', from: { name: 'Dr Reyes', role: 'bot' } });
    expect(asked).not.toHaveProperty('replyToId');

    await cases.resolve(String(caseId), 'Dr Reyes');
    await client.untilThat((activity) => valueOf(activity)['state'] === 'completed');
  });
});
