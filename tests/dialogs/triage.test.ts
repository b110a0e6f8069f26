import { triage, type HeardFlag } from '../../dialogs';
import type { Slots } from '../../knowledge';
import { pack } from './talk';

const heard = (id: string, ...qualifiers: string[]): HeardFlag => ({
  id,
  qualifiers,
  evidence: `words about ${id}`,
});

const judge = (flags: readonly HeardFlag[], slots: Slots = {}) =>
  triage(pack.rules, pack.withoutFlags, flags, slots);

const tierOf = (...flags: readonly HeardFlag[]) => judge(flags).tier;

describe('triage', () => {
  it.each([
    ['bowel-bladder-loss', 'emergency'],
    ['urinary-retention', 'emergency'],
    ['saddle-numbness', 'emergency'],
    ['cannot-walk', 'urgent'],
    ['leg-weakness', 'urgent'],
    ['leg-numbness-tingling', 'soon'],
    ['leg-radiation', 'soon'],
    ['fever', 'urgent'],
    ['weight-loss', 'urgent'],
    ['night-or-rest-pain', 'urgent'],
    ['severe-pain', 'urgent'],
    ['over-two-weeks', 'soon'],
    ['swelling-redness', 'urgent'],
    ['trauma', 'urgent'],
    ['cancer-history', 'urgent'],
    ['steroid-or-osteoporosis', 'soon'],
    ['immunosuppressed-or-ivdu', 'urgent'],
    ['chest-pain-or-breathless', 'emergency'],
    ['abdominal-pulsing-or-tearing', 'emergency'],
    ['pregnancy', 'soon'],
    ['self-harm', 'emergency'],
  ])('takes %s alone for %s', (id, tier) => {
    expect(judge([heard(id)])).toEqual({
      tier,
      flags: [{ id, tier, evidence: `words about ${id}` }],
    });
  });

  it.each([
    ['cannot-walk', 'unable', 'emergency'],
    ['leg-weakness', 'bilateral', 'emergency'],
    ['leg-weakness', 'worsening', 'emergency'],
    ['leg-numbness-tingling', 'lost-feeling', 'urgent'],
    ['leg-numbness-tingling', 'bilateral', 'emergency'],
    ['leg-radiation', 'bilateral', 'emergency'],
    ['fever', 'confusion', 'emergency'],
    ['trauma', 'major', 'emergency'],
    ['trauma', 'minor-fall', 'urgent'],
    ['steroid-or-osteoporosis', 'sudden-pain', 'urgent'],
    ['pregnancy', 'bleeding', 'urgent'],
  ])('takes %s that is %s for %s', (id, qualifier, tier) => {
    expect(tierOf(heard(id, qualifier))).toBe(tier);
  });

  it.each([
    ['cannot-walk', 'leg-weakness'],
    ['cannot-walk', 'leg-numbness-tingling'],
    ['cannot-walk', 'leg-radiation'],
    ['fever', 'severe-pain'],
    ['fever', 'leg-weakness'],
    ['fever', 'immunosuppressed-or-ivdu'],
    ['cancer-history', 'leg-weakness'],
    ['cancer-history', 'leg-numbness-tingling'],
  ])('takes %s together with %s for an emergency', (one, other) => {
    expect(tierOf(heard(one), heard(other))).toBe('emergency');
    expect(tierOf(heard(other), heard(one))).toBe('emergency');
  });

  it('leaves several signs that may wait at soon', () => {
    expect(tierOf(heard('leg-radiation'), heard('over-two-weeks'), heard('pregnancy'))).toBe(
      'soon',
    );
  });

  it('makes pregnancy and thin bones graver by their company', () => {
    expect(tierOf(heard('pregnancy'), heard('fever'))).toBe('urgent');
    expect(judge([heard('steroid-or-osteoporosis')], { onset: 'sudden' }).tier).toBe('urgent');
    expect(judge([heard('steroid-or-osteoporosis')], { onset: 'gradual' }).tier).toBe('soon');
  });

  it.each([
    [{ severity: 7 }, 'self-care', []],
    [{ severity: 8 }, 'urgent', ['severe-pain']],
    [{ durationDays: 14 }, 'self-care', []],
    [{ durationDays: 14.5 }, 'soon', ['over-two-weeks']],
    [{ trigger: 'fall' }, 'urgent', ['trauma']],
    [{ trigger: 'lifting' }, 'self-care', []],
    [{ pregnant: true }, 'soon', ['pregnancy']],
    [{ pregnant: false }, 'self-care', []],
    [{ nsaidCautions: ['pregnancy', 'heart-disease'] }, 'soon', ['pregnancy']],
    [{ recurrent: true }, 'soon', []],
    [{ recurrent: false }, 'self-care', []],
  ] satisfies [Slots, string, string[]][])('reads %j as %s', (slots, tier, ids) => {
    const result = judge([], slots);
    expect([result.tier, result.flags.map(({ id }) => id)]).toEqual([tier, ids]);
  });

  it('unites the mentions of one sign and keeps the first words', () => {
    const flags = [heard('leg-weakness'), { ...heard('leg-weakness', 'bilateral'), evidence: 'x' }];
    expect(judge(flags)).toEqual({
      tier: 'emergency',
      flags: [{ id: 'leg-weakness', tier: 'emergency', evidence: 'words about leg-weakness' }],
    });
  });

  it('gives the words that filled a slot as evidence', () => {
    const said = { severity: 'it is a ten!!' };
    expect(triage(pack.rules, pack.withoutFlags, [], { severity: 10 }, said).flags).toEqual([
      { id: 'severe-pain', tier: 'urgent', evidence: 'it is a ten!!' },
    ]);
  });

  it('does not count what the pack has no rule for', () => {
    expect(judge([heard('hiccups')])).toEqual({ tier: 'self-care', flags: [] });
  });
});
