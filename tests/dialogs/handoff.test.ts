import { sign, Talk } from './talk';

const dr = { clinician: 'Dr Ng' } as const;

describe('a handoff', () => {
  it('opens one case, with reason, tier and everything known', () => {
    const talk = new Talk();
    talk.tell({ ...sign('weight-loss'), slots: { age: 61 } });
    const said = talk.press('offer-clinician', true);
    expect(said.effects.find(({ type }) => type === 'openCase')).toEqual({
      type: 'openCase',
      tier: 'urgent',
      reason: 'urgent',
      outcome: {
        tier: 'urgent',
        flags: [{ id: 'weight-loss', tier: 'urgent', evidence: 'I have weight-loss' }],
        intake: { age: 61 },
        pack: 'back-spasms@1.0.0',
      },
    });
    expect(talk.tell({ intent: 'human' }).does).toEqual([]);
  });

  it('has no tier when nothing was assessed', () => {
    const said = new Talk().tell({ intent: 'human' });
    expect(said.effects.find(({ type }) => type === 'openCase')).toMatchObject({
      tier: null,
      reason: 'asked',
    });
  });

  it('goes on screening while the person waits, and tells the desk what it learns', () => {
    const talk = new Talk();
    expect(talk.tell({ intent: 'human' }).asks).toBe('screen-bladder-bowel');
    talk.press('screen-bladder-bowel', 'none');
    talk.press('screen-legs', 'none');
    const said = talk.press('screen-general', ['weight-loss']);
    expect(said.does).toEqual(['updateCase']);
    expect(said.asks).toBe('screen-pain');
    const end = talk.press('screen-pain', 'none');
    expect([end.tier, end.does, end.asks]).toEqual(['urgent', ['conclude', 'updateCase'], null]);
  });

  it('is silent while a clinician owns the chat', () => {
    const talk = new Talk();
    talk.tell({ intent: 'human' });
    talk.take({ type: 'claimed', ...dr });
    for (const intent of ['help', 'restart', 'erase', 'why', 'insult', 'bye', 'human'] as const) {
      expect(talk.tell({ intent }).effects).toEqual([]);
    }
    expect(talk.press('screen-legs', 'none').effects).toEqual([]);
    expect(talk.join().effects).toEqual([]);
  });

  it('relays the clinician under the clinician’s name', () => {
    const talk = new Talk();
    talk.tell({ intent: 'human' });
    talk.take({ type: 'claimed', ...dr });
    expect(talk.take({ type: 'clinicianSaid', ...dr, text: 'Hello' }).effects).toEqual([
      { type: 'relay', clinician: 'Dr Ng', text: 'Hello' },
    ]);
  });

  it('alerts both when a new sign comes up in the live chat', () => {
    const talk = new Talk();
    talk.tell({ intent: 'human' });
    talk.take({ type: 'claimed', ...dr });
    const said = talk.tell(sign('fever'));
    expect([said.tier, said.does]).toEqual([
      'urgent',
      ['alertClinician', 'conclude', 'updateCase'],
    ]);
    expect(said.text).toBe("Thank you for saying that. I've shown it to the clinician at once.");
    expect(talk.tell(sign('fever')).effects.filter(({ type }) => type === 'say')).toEqual([]);
  });

  it('that is erased leaves the line first', () => {
    const talk = new Talk();
    talk.tell({ intent: 'human' });
    talk.tell({ intent: 'erase' });
    const said = talk.press('erase', true);
    expect(said.does).toEqual(['closeCase', 'erase']);
    expect([talk.context.slots, talk.context.consent, talk.state]).toEqual([
      {},
      null,
      { topic: 'starting', aside: 'none', care: 'alone' },
    ]);
  });

  it('records consent at the first message, not at the welcome', () => {
    const talk = new Talk();
    talk.join();
    expect(talk.context.consent).toBeNull();
    talk.now = '2026-11-22T10:05:00.000Z';
    talk.tell({ intent: 'greet' });
    expect(talk.context.consent).toEqual({
      at: '2026-11-22T10:05:00.000Z',
      terms: 'back-spasms@1.0.0',
    });
  });
});
