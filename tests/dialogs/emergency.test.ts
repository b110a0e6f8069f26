import { pack, sign, Talk } from './talk';

const emergencies = [...pack.rules.values()]
  .filter(({ id, tier }) => tier === 'emergency' && id !== 'self-harm')
  .map(({ id }) => id);

describe('an emergency', () => {
  it.each(emergencies)('%s is told in the first words, with number, reason and offer', (id) => {
    const said = new Talk().tell(sign(id));
    const because = pack.words.get('en')?.redFlags.get(id)?.because ?? 'nothing';
    expect(said.messages[0]).toMatchObject({ tone: 'emergency' });
    expect(said.messages[0]?.text).toContain('911');
    expect(said.messages[0]?.text).toContain(because);
    expect(said.outcomes).toEqual([
      {
        tier: 'emergency',
        flags: [{ id, tier: 'emergency', evidence: `I have ${id}` }],
        intake: {},
        pack: `${pack.id}@${pack.version}`,
      },
    ]);
    expect(said.asks).toBe('offer-clinician');
  });

  it.each([
    ['US', '911', '988'],
    ['GB', '999', '116 123'],
    ['IE', '112', '116 123'],
    ['CA', '911', '988'],
    ['AU', '000', '13 11 14'],
    ['NZ', '111', '1737'],
    ['MX', '911', ''],
    ['ES', '112', ''],
    ['DE', '112', '116 123'],
    ['us', '911', '988'],
    ['ZZ', '112', ''],
  ])('in %s names %s, and in a crisis %s', (region, number, crisis) => {
    expect(new Talk(region).tell(sign('urinary-retention')).text).toContain(number);
    const inCrisis = new Talk(region).tell(sign('self-harm'));
    expect(inCrisis.text).toContain(crisis);
    expect(inCrisis.does).toEqual(['conclude', 'openCase']);
  });

  it('needs no welcome before it', () => {
    const said = new Talk().tell(sign('saddle-numbness'));
    expect(said.text).not.toContain("I'm Lumbar");
  });

  it('that follows from two signs together is told as soon as the second is known', () => {
    const talk = new Talk();
    expect(talk.tell(sign('fever')).tier).toBe('urgent');
    expect(talk.tell(sign('leg-weakness')).tier).toBe('emergency');
  });

  it('is never taken back by the bot', () => {
    const talk = new Talk();
    talk.tell(sign('saddle-numbness'));
    talk.press('offer-clinician', false);
    talk.tell({ intent: 'correct', denied: ['saddle-numbness'] });
    talk.tell({ intent: 'restart' });
    talk.press('restart', true);
    expect(talk.context.told).toBe('emergency');
    expect(talk.context.flags.map(({ id }) => id)).toEqual(['saddle-numbness']);
  });

  it('is taken back by the clinician who ends the case', () => {
    const talk = new Talk();
    talk.tell(sign('saddle-numbness'));
    talk.press('offer-clinician', true);
    talk.take({ type: 'claimed', clinician: 'Dr Ng' });
    talk.take({ type: 'resolved', clinician: 'Dr Ng' });
    expect([talk.context.told, talk.context.flags]).toEqual([null, []]);
  });

  it('ends the screens', () => {
    const talk = new Talk();
    talk.intake();
    talk.press('screen-bladder-bowel', ['saddle-numbness', 'urinary-retention']);
    expect(talk.press('offer-clinician', false).asks).toBeNull();
  });

  it('is heard in words beside a denial of the screen', () => {
    const talk = new Talk();
    talk.intake();
    const said = talk.tell({
      intent: 'answer',
      reply: { kind: 'value', value: ['none'] },
      flags: [{ id: 'chest-pain-or-breathless', qualifiers: [], evidence: 'but my chest hurts' }],
    });
    expect(said.tier).toBe('emergency');
  });

  it('depends on the detail of a ticked sign, which is asked at once', () => {
    const talk = new Talk();
    talk.intake();
    talk.press('screen-bladder-bowel', 'none');
    const detail = talk.press('screen-legs', ['leg-weakness']);
    expect([detail.asks, detail.options]).toEqual([
      'leg-weakness-detail',
      ['bilateral', 'worsening', 'none'],
    ]);
    const said = talk.press('leg-weakness-detail', 'bilateral');
    expect(said.outcomes[0]?.flags).toEqual([
      {
        id: 'leg-weakness',
        tier: 'emergency',
        evidence: 'Answered: A leg is weak, gives way, or the foot drops; Both legs are weak',
      },
    ]);
  });
});
