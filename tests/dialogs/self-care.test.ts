import type { Slots } from '../../knowledge';
import { pack, sign, Talk } from './talk';

const nsaid = 'Anti-inflammatory tablets';

/** Somebody without any warning sign who has been told so. */
function advised(slots: Slots = {}): Talk {
  const talk = new Talk();
  talk.tell({
    intent: 'symptom',
    slots: { location: 'lower', durationDays: 1, onset: 'sudden', severity: 3, age: 40, ...slots },
  });
  talk.press('leg-radiation', false);
  talk.press('recurrent', false);
  return talk;
}

describe('self-care', () => {
  it('is planned when nothing was found, and a question is asked the day after', () => {
    const talk = advised();
    talk.press('nsaidCautions', ['none']);
    const said = talk.deny();
    expect(said.tier).toBe('self-care');
    expect(said.effects).toContainEqual({
      type: 'schedule',
      timer: 'follow-up',
      afterSeconds: 86_400,
    });
    expect(said.options).toEqual(['more', 'stretches', 'medicine', 'enough']);
  });

  it('shows stretches one at a time and stops offering them when all were shown', () => {
    const talk = advised();
    talk.press('nsaidCautions', ['none']);
    talk.deny();
    const stretches = [...(pack.words.get('en')?.remedies.values() ?? [])].filter(
      ({ kind }) => kind === 'stretch',
    );
    const shown = stretches.map(() => talk.press('self-care', 'stretches'));
    expect(
      shown.map((said) => stretches.filter(({ title }) => said.text.includes(title)).length),
    ).toEqual(stretches.map(() => 1));
    expect(shown.at(-1)?.options).toEqual(['more', 'medicine', 'enough']);
  });

  it.each(['kidney-disease', 'stomach-ulcer', 'blood-thinner', 'nsaid-allergy', 'heart-disease'])(
    'never shows tablets to somebody with %s, and says so',
    (caution) => {
      const talk = advised();
      talk.press('nsaidCautions', [caution]);
      talk.deny();
      const said = talk.press('self-care', 'medicine');
      expect(said.text).not.toContain(`**${nsaid}`);
      expect(said.text).toContain(`I leave out ${nsaid}`);
    },
  );

  it('asks what matters before medicine when it was skipped, and names none when it is skipped again', () => {
    const talk = advised();
    talk.tell({ intent: 'skip' });
    talk.deny();
    expect(talk.press('self-care', 'medicine').asks).toBe('nsaidCautions');
    const said = talk.tell({ intent: 'skip' });
    expect(said.text).toContain("I'd rather not suggest a medicine");
    expect(said.text).not.toContain(nsaid);
  });

  it('shows medicine after what matters was answered', () => {
    const talk = advised();
    talk.tell({ intent: 'skip' });
    talk.deny();
    talk.press('self-care', 'medicine');
    expect(talk.press('nsaidCautions', ['none']).text).toContain(nsaid);
  });

  it('is gentle for somebody who should be seen within days', () => {
    const talk = advised({ durationDays: 20 });
    talk.press('nsaidCautions', ['none']);
    expect([talk.deny().tier, talk.context.told]).toEqual(['soon', 'soon']);
    const said = talk.press('offer-clinician', false);
    expect(said.text).toContain("Until you're seen");
    expect(said.options).not.toContain('stretches');
    expect(said.options).not.toContain('medicine');
  });

  it.each(['fever', 'weight-loss', 'trauma'])('is not given after %s', (id) => {
    const talk = new Talk();
    talk.tell(sign(id));
    const best = { id: 'cold-how-long', confidence: 0.9 };
    const answer = [...(pack.words.get('en')?.answers.values() ?? [])].find(
      (one) => one.advice === 'self-care',
    );
    const said = talk.tell({
      intent: 'question',
      found: { kind: 'sure', best: { ...best, id: answer?.id ?? '' } },
    });
    expect(said.messages[0]?.answer).toBeUndefined();
    expect(said.text).toContain("I can't give advice on that now");
  });
});

describe('coming back', () => {
  it('asks again only for what may have changed', () => {
    const talk = advised();
    talk.press('nsaidCautions', ['none']);
    talk.deny();
    talk.press('self-care', 'enough');
    const offered = talk.tell({
      intent: 'symptom',
      slots: { location: 'neck', durationDays: 0.5 },
    });
    expect(offered.asks).toBe('check-again');
    talk.press('check-again', true);
    expect(talk.context.slots).toEqual({
      location: 'neck',
      durationDays: 0.5,
      age: 40,
      nsaidCautions: [],
    });
    expect(talk.context.asking?.id).toBe('onset');
  });

  it('tells a graver tier after the outcome, and never a milder one', () => {
    const talk = advised();
    talk.press('nsaidCautions', ['none']);
    talk.deny();
    expect(talk.tell(sign('leg-numbness-tingling')).tier).toBe('soon');
    expect(talk.tell(sign('weight-loss')).tier).toBe('urgent');
    expect(talk.tell({ intent: 'symptom', denied: ['weight-loss'] }).tier).toBeNull();
    expect(talk.context.told).toBe('urgent');
  });
});
