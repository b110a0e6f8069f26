import type { Message } from '../../../dialogs';
import { renderEntry } from '../../../src/channels/render';
import type { RenderPlace } from '../../../src/channels/render/outgoing-activity';
import { usedCard } from '../../../src/channels/render/teams-card';
import { cardWords } from '../../../src/channels/render/words';
import type { LogEntry } from '../../../src/ports/log';

const place: RenderPlace = {
  conversationId: 'a:1',
  channelId: 'msteams',
  form: 'teams',
  locale: 'en',
  person: { id: '29:person' },
  attachmentUrl: () => '',
};

function rendered(message: Message, changed: Partial<RenderPlace> = {}) {
  const entry: LogEntry = {
    seq: 1,
    id: 'bot-1|0000001',
    at: '2026-11-22T09:00:00.000Z',
    author: { role: 'bot' },
    inputId: 'activity:1',
    body: { type: 'message', message },
  };
  const [activity] = renderEntry(entry, { ...place, ...changed });
  return {
    text: activity?.text,
    body: activity?.attachments?.map(({ content }) => content.body),
    suggested: activity?.suggestedActions?.actions.map(({ type, value }) => [type, value]),
    entities: activity?.entities,
  };
}

const submit = (title: string, data: object) => ({ type: 'Action.Submit', title, data });

test('yes and no are two buttons side by side', () => {
  const { body, suggested } = rendered({
    text: 'Had it before?',
    question: { id: 'recurrent', kind: 'yes-no' },
  });
  expect(suggested).toBeUndefined();
  expect(body).toEqual([
    [
      {
        type: 'ActionSet',
        spacing: 'default',
        actions: [
          submit('Yes', { question: 'recurrent', answer: true }),
          submit('No', { question: 'recurrent', answer: false }),
        ],
      },
    ],
  ]);
});

test('the scale from 0 to 10 stands in two even rows', () => {
  const { body } = rendered({
    text: 'How bad?',
    question: { id: 'severity', kind: 'number' },
  });
  const rows = body
    ?.flat()
    .map(({ actions }) => actions.map(({ title }: { title: string }) => title));
  expect(rows).toEqual([
    ['0', '1', '2', '3', '4', '5'],
    ['6', '7', '8', '9', '10'],
  ]);
});

const option = (title: string) => ({ id: title, title });

const choosing = (titles: readonly string[]) => ({
  text: 'Which?',
  question: { id: 'which', kind: 'choice', options: titles.map(option) } as const,
});

test('each longer answer has a line of its own, and one that is too long for a button wraps', () => {
  const long = 'Pain that travels down one leg, further than the knee';
  const lines = rendered(choosing(['Lower back', 'Neck'])).body?.flat();
  expect(lines?.map(({ type, actions }) => [type, actions.length])).toEqual([
    ['ActionSet', 1],
    ['ActionSet', 1],
  ]);
  expect(rendered(choosing([long])).body).toEqual([
    [
      {
        type: 'Container',
        style: 'emphasis',
        spacing: 'small',
        selectAction: submit(long, { question: 'which', answer: long }),
        items: [{ type: 'TextBlock', text: long, wrap: true, color: 'accent' }],
      },
    ],
  ]);
});

const sayings = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ title: `T${index}`, say: `say ${index}` }));

test('up to three things to say next are suggested actions; more of them are a card', () => {
  expect(rendered({ text: 'x', suggestions: sayings(3) }).suggested).toEqual([
    ['imBack', 'say 0'],
    ['imBack', 'say 1'],
    ['imBack', 'say 2'],
  ]);
  const four = rendered({ text: 'x', suggestions: sayings(4) });
  expect(four.suggested).toBeUndefined();
  expect(four.body?.flat().flatMap(({ actions }) => actions)).toContainEqual(
    submit('T3', { msteams: { type: 'imBack', value: 'say 3' } }),
  );
});

test('things to say next stay on a card when another message follows', () => {
  const { body, suggested } = rendered({ text: 'x', suggestions: sayings(1) }, { followed: true });
  expect(suggested).toBeUndefined();
  expect(body).toHaveLength(1);
});

test('sources are marks in the text, by the position that the entity names', () => {
  const citations = [
    { title: 'A', publisher: 'P', url: 'https://example.org' },
    { title: 'B', publisher: 'Q' },
  ];
  const { text, entities } = rendered({ text: 'So it is.', citations });
  expect(text).toBe('So it is. [1] [2]');
  expect(entities).toMatchObject([
    {
      type: 'https://schema.org/Message',
      citation: [
        { position: 1, appearance: { name: 'A', abstract: 'P', url: 'https://example.org' } },
        { position: 2, appearance: { name: 'B', abstract: 'Q' } },
      ],
    },
  ]);
  // Teams takes it for a card and refuses the message.
  expect(JSON.stringify(entities)).not.toContain('"text"');
});

test('a channel of plain messages names the answers and the sources in words', () => {
  const citations = [{ title: 'A', publisher: 'P', url: 'https://example.org' }];
  const options = [
    { id: 'a', title: 'Lower back' },
    { id: 'b', title: 'Neck' },
  ];
  const question = { id: 'location', kind: 'choice', options } as const;
  const sms = { form: 'plain', channelId: 'sms' } as const;
  expect(rendered({ text: 'Where?', question }, sms).text).toBe('Where?\n\n- Lower back\n- Neck');
  expect(rendered({ text: 'So.', citations }, sms).text).toBe('So.\n\nA, P: https://example.org');
});

test('a used card shows what was chosen, as it was written', () => {
  const { content } = usedCard('2*3 [x]', cardWords('es'));
  expect(content.body).toMatchObject([{ text: '✓ Usted eligió: **2\\*3 \\[x\\]**' }]);
});
