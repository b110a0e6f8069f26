import { type Service, startService } from './service';

let service: Service;

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => {
  await service.close();
});

const texts = (activities: readonly { readonly text?: string | undefined }[]) =>
  activities.map(({ text }) => text);

const members = [{ id: '28:bot' }, { id: '29:person' }];

test('whoever adds the bot is welcomed once, however many updates the channel sends', async () => {
  const added = { type: 'conversationUpdate', membersAdded: members };
  const first = await service.ask(added);
  const second = await service.ask(added);
  const third = await service.ask({ type: 'installationUpdate', action: 'add' });
  expect([first, second, third].map(texts)).toEqual([['Welcome.'], [], []]);
});

test('two updates at the same moment are one welcome', async () => {
  const updates = members.map((member) =>
    service.post({ type: 'conversationUpdate', membersAdded: [member] }),
  );
  await Promise.all(updates);
  await service.connector.until((calls) => calls.length > 0);
  await service.ask({ text: 'hi' });
  expect(texts(service.connector.messages())).toEqual(['Welcome.']);
});

test('somebody who comes back after a while is greeted again', async () => {
  await service.ask({ type: 'conversationUpdate', membersAdded: members });
  service.clock.pass(3600);
  expect(texts(await service.ask({ type: 'installationUpdate', action: 'add-upgrade' }))).toEqual([
    'Welcome.',
  ]);
});

test('the mention of the bot is not part of the words', async () => {
  const entities = [
    { type: 'mention', text: '<at>Lumbar</at>', mentioned: { id: '28:bot', name: 'Lumbar' } },
    { type: 'mention', text: '<at>Bo</at>', mentioned: { id: '29:other', name: 'Bo' } },
  ];
  const text = '<at>Lumbar</at> my friend <at>Bo</at> says hi';
  expect(texts(await service.ask({ text, entities }))).toEqual(['You said: my friend Bo says hi']);
});

test('the markup that Teams adds is read as plain words', async () => {
  const text = '<p>it&nbsp;hurts &amp; burns<br>a lot</p><div>since <b>monday</b> &#128543;</div>';
  expect(texts(await service.ask({ text }))).toEqual([
    'You said: it hurts & burns\na lot\nsince monday 😟',
  ]);
});

test('angle brackets that the person typed are kept', async () => {
  expect(texts(await service.ask({ text: 'pain < 5 and > 3, <3' }))).toEqual([
    'You said: pain < 5 and > 3, <3',
  ]);
});

test('the answer of a card is understood, one or several', async () => {
  const one = await service.ask({ value: { question: 'recurrent', answer: false } });
  const several = await service.ask({
    value: { question: 'general', kind: 'multi-choice', answer: 'fever,weight-loss' },
  });
  expect([one, several].map(texts)).toEqual([
    ['recurrent is false.'],
    ['general is ["fever","weight-loss"].'],
  ]);
});

test('the log shows a card’s answer in the words that the person ticked', async () => {
  await service.ask({ text: 'screen me' });
  await service.ask({ value: { question: 'general', kind: 'multi-choice', answer: 'fever' } });
  const conversation = service.world.heard.find(({ type }) => type === 'appended');
  const id = conversation?.type === 'appended' ? conversation.conversationId : '';
  const said = (await service.world.bodies(id)).filter(({ type }) => type === 'said');
  expect(said).toEqual([
    { type: 'said', text: 'screen me' },
    {
      type: 'said',
      text: 'Fever or chills',
      value: { question: 'general', answer: ['fever'] },
    },
  ]);
});

test('an activity that comes again finds the answer of the first time', async () => {
  const activity = { id: 'once-only', text: 'hello' };
  const first = await service.ask(activity);
  const again = await service.ask(activity);
  expect(texts(first)).toEqual(['You said: hello']);
  expect(again).toEqual(first);
});

test('an edited message is heard when its words changed', async () => {
  const edit = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
  await service.ask({ id: 'm1', text: 'it hurts' });
  expect(texts(await service.ask({ ...edit, id: 'm1', text: 'it hurts' }))).toEqual([]);
  const changed = { ...edit, id: 'm1', text: 'it hurts and I feel numb' };
  expect(texts(await service.ask(changed))).toEqual(['You said: it hurts and I feel numb']);
});

test.each(['messageDelete', 'messageReaction', 'endOfConversation', 'event', 'fluxCapacitor'])(
  'an activity of the type %s is accepted in silence',
  async (type) => {
    expect(await service.post({ type })).toEqual({ status: 200, json: { activities: [] } });
    expect(service.world.heard).toEqual([]);
  },
);

test('typing is passed on to whoever reads along, and stored nowhere', async () => {
  await service.post({ type: 'typing' });
  expect(service.world.heard).toEqual([
    { type: 'typing', conversationId: expect.stringMatching(/^bot-/), who: 'person', name: 'Ana' },
  ]);
});

describe('where others read along', () => {
  const groups = [
    { id: '19:group', isGroup: true },
    { id: '19:group', conversationType: 'groupChat' },
    { id: '19:channel', conversationType: 'channel', isGroup: true },
  ];
  const notice =
    "Your health is private, so I don't talk about it where others read along, and I keep nothing from here. Please write to me in a private chat. In an emergency, call **911**.";

  test.each(groups)('the bot asks to talk in private: %j', async (conversation) => {
    expect(texts(await service.ask({ conversation, text: 'I feel numb' }))).toEqual([notice]);
    expect(service.world.heard).toEqual([]);
  });

  test('it says so when it is added, and is silent when others are', async () => {
    const conversation = groups[1];
    const update = { type: 'conversationUpdate', conversation };
    const bot = await service.ask({ ...update, membersAdded: [{ id: '28:bot' }] });
    const other = await service.ask({ ...update, membersAdded: [{ id: '29:other' }] });
    expect([bot, other].map(texts)).toEqual([[notice], []]);
  });

  test('it says so through the connector too', async () => {
    await service.post({ conversation: groups[1], text: 'I feel numb' });
    await service.connector.until((calls) => calls.length === 1);
    expect(texts(service.connector.messages())).toEqual([notice]);
  });
});

test('a message that is too long is not cut: the person is asked for a shorter one', async () => {
  const [answer] = await service.ask({ text: 'ow '.repeat(4000) });
  expect(answer?.text).toMatch(
    /^That message is too long for me to read safely.*In an emergency, call \*\*911\*\*\.$/,
  );
  expect(service.world.heard).toEqual([]);
});

test('nobody is left to think that a picture was seen', async () => {
  const notice =
    "I can't take pictures or other files in this chat, and nobody here has seen it. Please tell me in words what it shows.";
  const picture = { contentType: 'image/*', contentUrl: 'https://files.example/1' };
  const formatted = { contentType: 'text/html', content: '<p>look</p>' };
  const alone = await service.ask({ text: '', attachments: [picture] });
  const both = await service.ask({ text: 'look', attachments: [formatted, picture] });
  const words = await service.ask({ text: 'look', attachments: [formatted] });
  expect([alone, both, words].map(texts)).toEqual([
    [notice],
    [notice, 'You said: look'],
    ['You said: look'],
  ]);
});

test('when a turn fails the state stays, and the person gets a number and is told what to do', async () => {
  await service.ask({ text: 'hello' });
  const [answer] = await service.ask({ text: 'break' });
  expect(answer?.text).toMatch(
    /^Sorry, something went wrong .* reference number \*\*[\w-]+\*\*\. In an emergency, don't wait for me: call \*\*911\*\*\.$/,
  );
  expect(texts(await service.ask({ text: 'still there?' }))).toEqual(['You said: still there?']);
});

describe('invokes', () => {
  test('a card that asks for its reply at once gets it, and the answer counts', async () => {
    const value = {
      action: { type: 'Action.Execute', data: { question: 'recurrent', answer: true } },
    };
    const reply = await service.post({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(reply.json).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
    });
    await service.connector.until(() => service.connector.messages().length === 1);
    expect(texts(service.connector.messages())).toEqual(['recurrent is true.']);
  });

  test('a card without an answer is told so', async () => {
    const value = { action: { type: 'Action.Execute', data: { nonsense: 1 } } };
    const reply = await service.post({ type: 'invoke', name: 'adaptiveCard/action', value });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  });

  test('others are not implemented', async () => {
    expect((await service.post({ type: 'invoke', name: 'task/fetch' })).status).toBe(501);
  });
});
