import type { Message } from '../../dialogs';
import { renderEntry } from '../../src/channels/render';
import type { OutgoingActivity, RenderPlace } from '../../src/channels/render/outgoing-activity';
import { entryId, type Author, type LogBody, type LogEntry } from '../../src/ports/log';

const at = '2026-11-22T09:00:00.000Z';
const place: RenderPlace = {
  conversationId: 'abc',
  channelId: 'directline',
  locale: 'en-GB',
  person: { id: 'ana', name: 'Ana' },
  attachmentUrl: ({ id }) => `https://lumbar.example/${id}`,
};
const bot: Author = { role: 'bot' };

function entry(body: LogBody, author: Author = bot, seq = 7): LogEntry {
  return { seq, id: entryId('abc', seq), at, author, inputId: 'in', body };
}

function render(body: LogBody, author?: Author, where = place): OutgoingActivity | undefined {
  const [activity, ...more] = renderEntry(entry(body, author), where);
  expect(more).toEqual([]);
  return activity;
}

const say = (message: Message, where = place): OutgoingActivity | undefined =>
  render({ type: 'message', message }, bot, where);

const values = (message: Message, where = place): unknown[] =>
  say(message, where)?.suggestedActions?.actions.map(({ title, value }) => [title, value]) ?? [];

const common = {
  id: 'abc|0000007',
  timestamp: new Date(at),
  channelId: 'directline',
  conversation: { id: 'abc', isGroup: false, conversationType: '', name: '' },
};
const fromBot = { ...common, from: { id: 'lumbar', name: 'Lumbar', role: 'bot' } };
const toAna = { id: 'ana', name: 'Ana', role: 'user' };
const plain = {
  ...fromBot,
  type: 'message',
  recipient: toAna,
  locale: 'en-GB',
  textFormat: 'markdown',
};

describe('what the bot says', () => {
  it('is Markdown from the bot', () => {
    expect(say({ text: 'Try **heat**.' })).toEqual({
      ...plain,
      text: 'Try **heat**.',
      inputHint: 'acceptingInput',
    });
  });

  it('answers the message that the client knows', () => {
    const answer = say({ text: 'Yes.' }, { ...place, replyToId: 'abc|0000006' });
    expect(answer?.replyToId).toBe('abc|0000006');
  });

  it('offers things to say next', () => {
    const message = {
      text: 'Heat helps.',
      suggestions: [{ title: 'How long?', say: 'how long heat' }],
    };
    expect(say(message)?.suggestedActions).toEqual({
      to: [],
      actions: [{ type: 'imBack', title: 'How long?', value: 'how long heat' }],
    });
  });

  it('keeps its offers on a card when it goes on speaking', () => {
    const message = {
      text: 'Heat helps.',
      suggestions: [{ title: 'Cold?', say: 'what about cold' }],
    };
    const activity = say(message, { ...place, followed: true });
    expect(activity?.suggestedActions).toBeUndefined();
    expect(activity?.attachments).toMatchObject([
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: { buttons: [{ type: 'imBack', title: 'Cold?', value: 'what about cold' }] },
      },
    ]);
  });

  it('stands out in an emergency, also for those who do not see the sign', () => {
    expect(say({ text: 'Call 911 now.', tone: 'emergency' })).toEqual({
      ...plain,
      text: '**⚠️ Emergency**\n\nCall 911 now.',
      inputHint: 'acceptingInput',
      importance: 'urgent',
      channelData: { tone: 'emergency' },
    });
    expect(say({ text: 'Llame.', tone: 'emergency' }, { ...place, locale: 'es' })?.text).toBe(
      '**⚠️ Emergencia**\n\nLlame.',
    );
  });
});

describe('a question', () => {
  it('of yes or no carries its entity and a button for each answer', () => {
    const question = { id: 'pregnant', kind: 'yes-no', flags: ['pregnancy'] } as const;
    expect(say({ text: 'Are you pregnant?', question })).toEqual({
      ...plain,
      text: 'Are you pregnant?',
      inputHint: 'expectingInput',
      entities: [{ type: 'question', id: 'pregnant', kind: 'yes-no', flags: ['pregnancy'] }],
      suggestedActions: {
        to: [],
        actions: [
          {
            type: 'messageBack',
            title: 'Yes',
            text: 'Yes',
            displayText: 'Yes',
            value: { question: 'pregnant', answer: true },
          },
          {
            type: 'messageBack',
            title: 'No',
            text: 'No',
            displayText: 'No',
            value: { question: 'pregnant', answer: false },
          },
        ],
      },
    });
  });

  it('of a choice has a button for each option', () => {
    const options = [
      { id: 'lower', title: 'Lower back' },
      { id: 'neck', title: 'Neck' },
    ];
    const question = { id: 'location', kind: 'choice', options } as const;
    expect(values({ text: 'Where?', question })).toEqual([
      ['Lower back', { question: 'location', answer: 'lower' }],
      ['Neck', { question: 'location', answer: 'neck' }],
    ]);
    expect(say({ text: 'Where?', question })?.entities).toEqual([
      { type: 'question', id: 'location', kind: 'choice', options },
    ]);
  });

  it('of how bad it is can be pressed from 0 to 10; other numbers are typed', () => {
    const severity = values({ text: 'How bad?', question: { id: 'severity', kind: 'number' } });
    expect(severity).toHaveLength(11);
    expect(severity.at(-1)).toEqual(['10', { question: 'severity', answer: 10 }]);
    expect(values({ text: 'How old?', question: { id: 'age', kind: 'number' } })).toEqual([]);
  });

  it('speaks the language of the person on its buttons', () => {
    const question = { id: 'pregnant', kind: 'yes-no' } as const;
    expect(values({ text: '¿?', question }, { ...place, locale: 'es-MX' })).toEqual([
      ['Sí', { question: 'pregnant', answer: true }],
      ['No', { question: 'pregnant', answer: false }],
    ]);
  });

  it('with several answers is a card on which nothing ticked cannot pass for none', () => {
    const options = [
      { id: 'fever', title: 'Fever or chills' },
      { id: 'weight-loss', title: 'Losing weight' },
      { id: 'none', title: 'None of these' },
    ];
    const question = {
      id: 'general',
      kind: 'multi-choice',
      options,
      flags: ['fever', 'weight-loss'],
    } as const;
    const activity = say({ text: 'Any of these?', question });
    expect(activity?.suggestedActions).toBeUndefined();
    expect(activity?.entities).toEqual([{ type: 'question', ...question }]);
    expect(activity?.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.5',
          body: [
            {
              type: 'Input.ChoiceSet',
              id: 'answer',
              label: 'Tick everything that applies',
              style: 'expanded',
              isMultiSelect: true,
              isRequired: true,
              errorMessage: 'Tick at least one, or press the other button.',
              wrap: true,
              choices: [
                { title: 'Fever or chills', value: 'fever' },
                { title: 'Losing weight', value: 'weight-loss' },
              ],
            },
          ],
          actions: [
            {
              type: 'Action.Submit',
              title: 'Send my answers',
              style: 'positive',
              data: { question: 'general', kind: 'multi-choice' },
            },
            {
              type: 'Action.Submit',
              title: 'None of these',
              associatedInputs: 'none',
              data: { question: 'general', answer: ['none'] },
            },
          ],
        },
      },
    ]);
  });
});

describe('an answer from the knowledge', () => {
  const answer = { id: 'heat-how-long', confidence: 0.93 };

  it('names its sources as Web Chat and Teams show them', () => {
    const citations = [
      { title: 'Back spasms', publisher: 'A Clinic', url: 'https://clinic.example/a b' },
      { title: 'A "leaflet"', publisher: 'A Ward' },
    ];
    const activity = say({ text: 'Fifteen minutes.', answer, citations });
    expect(activity?.text).toBe(
      'Fifteen minutes. [1] [2]\n\n' +
        '[1]: <https://clinic.example/a%20b> "Back spasms"\n' +
        `[2]: cite:2 "A 'leaflet'"`,
    );
    expect(activity?.entities).toEqual([
      { type: 'answer', ...answer },
      {
        type: 'https://schema.org/Message',
        '@context': 'https://schema.org',
        '@type': 'Message',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            '@id': 'https://clinic.example/a b',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Back spasms',
              abstract: 'A Clinic',
              url: 'https://clinic.example/a b',
            },
          },
          {
            '@type': 'Claim',
            '@id': 'cite:2',
            position: 2,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'A "leaflet"',
              abstract: 'A Ward',
              text: 'A "leaflet". A Ward.',
            },
          },
        ],
      },
    ]);
  });

  it('keeps references that the text has already', () => {
    const citations = [{ title: 'T', publisher: 'P', url: 'https://x.example' }];
    expect(say({ text: 'Yes [1], often.', answer, citations })?.text).toBe(
      'Yes [1], often.\n\n[1]: <https://x.example> "T"',
    );
  });
});

describe('people', () => {
  it('see their own words as theirs, with what the client wants back', () => {
    const body: LogBody = {
      type: 'said',
      text: 'Yes',
      value: { question: 'pregnant', answer: true },
      attachments: [{ id: 'p1', name: 'back.png', contentType: 'image/png', bytes: 9 }],
      channelData: { clientActivityID: 'c1' },
    };
    expect(render(body, { role: 'person', id: 'ana' })).toEqual({
      ...common,
      type: 'message',
      from: { id: 'ana', name: 'Ana', role: 'user' },
      recipient: { id: 'lumbar', name: 'Lumbar', role: 'bot' },
      text: 'Yes',
      textFormat: 'plain',
      value: { question: 'pregnant', answer: true },
      attachments: [
        { contentType: 'image/png', contentUrl: 'https://lumbar.example/p1', name: 'back.png' },
      ],
      channelData: { clientActivityID: 'c1' },
    });
  });

  it('hear a clinician by name, as it was typed, and as an answer to nothing', () => {
    const where = { ...place, replyToId: 'abc|0000006' };
    expect(
      render({ type: 'relay', text: '*Hm*' }, { role: 'clinician', name: 'Dr Reyes' }, where),
    ).toEqual({
      ...common,
      type: 'message',
      from: { id: 'clinician', name: 'Dr Reyes', role: 'bot' },
      recipient: toAna,
      locale: 'en-GB',
      text: '*Hm*',
      textFormat: 'plain',
      inputHint: 'acceptingInput',
    });
  });

  it('never get an alert, which is for the desk', () => {
    const flags = [{ id: 'fever', tier: 'urgent', evidence: 'hot' }] as const;
    expect(renderEntry(entry({ type: 'alert', flags }), place)).toEqual([]);
  });
});

describe('events', () => {
  const outcome = {
    tier: 'urgent',
    flags: [{ id: 'fever', tier: 'urgent', evidence: 'I have a fever' }],
    intake: { severity: 6 },
    pack: 'back-spasms@1.0.0',
  } as const;

  it('tell the outcome of the triage', () => {
    expect(render({ type: 'outcome', outcome })).toEqual({
      ...fromBot,
      type: 'event',
      name: 'triage.outcome',
      value: outcome,
    });
  });

  it('hand over with everything said before, and without earlier transcripts inside', () => {
    const handover: LogBody = {
      type: 'handoffInitiated',
      caseId: 'c-1',
      tier: outcome.tier,
      outcome,
      reason: 'urgent',
    };
    const transcript = [
      entry({ type: 'said', text: 'I have a fever' }, { role: 'person', id: 'ana' }, 1),
      entry({ ...handover, caseId: 'c-0' }, bot, 2),
      entry({ type: 'alert', flags: [] }, bot, 3),
      entry({ type: 'message', message: { text: 'Later.' } }, bot, 9),
    ];
    const activity = render(handover, bot, { ...place, transcript });
    expect(activity).toMatchObject({
      ...fromBot,
      type: 'event',
      name: 'handoff.initiate',
      value: { caseId: 'c-1', reason: 'urgent', ...outcome },
      relatesTo: { conversation: { id: 'abc' }, channelId: 'directline', user: { id: 'ana' } },
      attachments: [
        {
          contentType: 'application/json',
          name: 'Transcript',
          content: {
            activities: [
              { id: 'abc|0000001', text: 'I have a fever', from: { role: 'user' } },
              {
                id: 'abc|0000002',
                name: 'handoff.initiate',
                attachments: [{ name: 'Transcript', content: { activities: [] } }],
              },
            ],
          },
        },
      ],
    });
    expect(activity).not.toHaveProperty('localTimezone');
  });

  it.each(['accepted', 'failed', 'completed'] as const)('tell that the handoff is %s', (state) => {
    expect(render({ type: 'handoffStatus', state, message: 'Dr Reyes' })).toEqual({
      ...fromBot,
      type: 'event',
      name: 'handoff.status',
      value: { state, message: 'Dr Reyes' },
      attachments: [],
      entities: [],
    });
  });

  it('tell the place in the queue', () => {
    expect(render({ type: 'queued', position: 3, estimatedMinutes: 20 })).toEqual({
      ...fromBot,
      type: 'event',
      name: 'handoff.queued',
      value: { position: 3, estimatedMinutes: 20 },
    });
  });
});
