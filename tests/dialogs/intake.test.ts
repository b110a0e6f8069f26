import { dontKnow, pack, reply, sign, Talk } from './talk';

const words = pack.words.get('en');

describe('the intake', () => {
  it('asks at most eight questions when nothing was volunteered', () => {
    const talk = new Talk();
    const asked: (string | null)[] = [];
    let said = talk.tell({ intent: 'check-symptoms' });
    while (talk.context.asking?.sort === 'intake') {
      asked.push(said.asks);
      said = talk.tell({ intent: 'skip' });
    }
    expect(asked).toEqual(words?.intake.map(({ id }) => id));
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(said.asks).toBe('screen-bladder-bowel');
  });

  it('never asks what the first words told', () => {
    const talk = new Talk();
    const said = talk.tell({
      intent: 'symptom',
      slots: { location: 'lower', durationDays: 1, trigger: 'lifting', severity: 4, age: 30 },
    });
    expect(said.asks).toBe('leg-radiation');
  });

  it('asks for the other cautions when one was mentioned in passing', () => {
    const talk = new Talk();
    talk.tell({ intent: 'symptom', slots: { nsaidCautions: ['blood-thinner'] } });
    for (const { id } of words?.intake ?? []) {
      if (talk.context.asking?.id === id && id !== 'nsaidCautions') talk.tell({ intent: 'skip' });
    }
    expect(talk.context.asking?.id).toBe('nsaidCautions');
    const said = talk.tell({ intent: 'repeat' });
    expect(said.options).not.toContain('blood-thinner');
    talk.press('nsaidCautions', ['kidney-disease']);
    expect(talk.context.slots.nsaidCautions).toEqual(['blood-thinner', 'kidney-disease']);
  });

  it('does not ask about the leg when pain down the leg was told or denied', () => {
    const told = new Talk();
    told.tell({ ...sign('leg-radiation'), slots: { location: 'lower', durationDays: 1 } });
    told.press('onset', 'sudden');
    expect(told.press('severity', 3).asks).toBe('recurrent');
    const denied = new Talk();
    denied.tell({ intent: 'symptom', denied: ['leg-radiation'], slots: { location: 'lower' } });
    denied.press('durationDays', 2);
    denied.press('onset', 'sudden');
    expect(denied.press('severity', 3).asks).toBe('recurrent');
  });

  it('does not ask about both legs before the intake is done', () => {
    const talk = new Talk();
    talk.tell({ ...sign('leg-radiation'), slots: { location: 'lower' } });
    for (let turn = 0; talk.context.asking?.sort === 'intake' && turn < 9; turn += 1) {
      talk.tell({ intent: 'skip' });
    }
    expect(talk.context.asking).toEqual({ id: 'leg-radiation', sort: 'detail' });
  });

  it('lets a question go when the person does not know', () => {
    const talk = new Talk();
    talk.tell({ intent: 'check-symptoms' });
    const said = talk.tell(dontKnow);
    expect([said.asks, talk.context.slots.location]).toEqual(['durationDays', undefined]);
  });

  it.each([
    ['location', 'elbow'],
    ['location', ['lower', 'mid']],
    ['location', true],
    ['location', 3],
    ['location', ''],
  ])('takes %s %j for no answer and asks again', (question, value) => {
    const talk = new Talk();
    talk.tell({ intent: 'check-symptoms' });
    expect(talk.press(question, value).asks).toBe('location');
    expect(talk.context.slots).toEqual({});
  });

  it.each([
    [11, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    ['7', 7],
    [7, 7],
    ['seven', undefined],
  ])('reads severity %j as %j', (value, severity) => {
    const talk = new Talk();
    talk.tell({
      intent: 'symptom',
      slots: { location: 'lower', durationDays: 1, onset: 'sudden' },
    });
    talk.press('severity', value);
    expect(talk.context.slots.severity).toBe(severity);
  });

  it('fills two slots with one choice', () => {
    const talk = new Talk();
    talk.tell({ intent: 'symptom', slots: { location: 'lower', durationDays: 1 } });
    talk.press('onset', 'after-sitting');
    expect(talk.context.slots).toMatchObject({ onset: 'gradual', trigger: 'sitting' });
  });

  it('goes back over a choice and forgets it', () => {
    const talk = new Talk();
    talk.tell({ intent: 'symptom', slots: { location: 'lower', durationDays: 1 } });
    talk.press('onset', 'after-fall');
    expect(talk.tell({ intent: 'back' }).asks).toBe('onset');
    expect(talk.context.slots).toEqual({ location: 'lower', durationDays: 1 });
  });

  it('takes back a sign with the answer that named it', () => {
    const talk = new Talk();
    talk.tell({
      intent: 'symptom',
      slots: { location: 'lower', durationDays: 1, onset: 'sudden' },
    });
    talk.press('severity', 3);
    talk.press('leg-radiation', true);
    expect(talk.context.flags.map(({ id }) => id)).toEqual(['leg-radiation']);
    expect(talk.tell({ intent: 'back' }).asks).toBe('leg-radiation');
    expect(talk.context.flags).toEqual([]);
  });

  it('keeps the question as evidence for a sign that was answered with yes', () => {
    const talk = new Talk();
    talk.tell({
      intent: 'symptom',
      slots: { location: 'lower', durationDays: 1, onset: 'sudden' },
    });
    talk.press('severity', 3);
    talk.tell(reply(true));
    expect(talk.context.flags).toEqual([
      {
        id: 'leg-radiation',
        qualifiers: [],
        evidence: 'Does the pain travel down into one or both legs? Answered: Yes',
        question: 'leg-radiation',
      },
    ]);
  });
});
