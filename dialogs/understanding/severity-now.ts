import { cuesOf, type Reading } from './reading';
import { scoresIn, severityInWords, type Score, type SeverityView } from './severity';
import { Break, type Span, type Token } from './token';

const contrasts = new Set('but although though while whereas then however'.split(' '));
const links = new Set(
  'it is its a an at about around down up to like maybe more only just back has been the pain its'.split(
    ' ',
  ),
);

/** Whether a clause ends between two places. */
function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return true;
    if (at > from && token.before !== Break.none) return true;
    if (contrasts.has(token.word)) return true;
  }
  return false;
}

/** The score that a word of time belongs to: the one it leads to, or else the nearer. */
function ownerOf(tokens: readonly Token[], cue: Span, scores: readonly Score[]): Score | null {
  const after = scores.find(
    (score) => score.from >= cue.to && !isParted(tokens, cue.from, score.from),
  );
  const before = scores.findLast(
    (score) => score.to <= cue.from && !isParted(tokens, score.from, cue.to - 1),
  );
  const inside = scores.find((score) => score.from < cue.to && cue.from < score.to);
  if (inside !== undefined) return inside;
  if (after === undefined || before === undefined) return after ?? before ?? null;
  const leads = tokens.slice(cue.to, after.from).every(({ word }) => links.has(word));
  if (leads && after.from - cue.to > 0) return after;
  return after.from - cue.to < cue.from - before.to ? after : before;
}

/**
 * How strong the pain is now, 0 to 10. Of several numbers the present one counts, not that of
 * Friday, of the worst moment, or of a movement; of those left the last one that corrects, or the
 * highest.
 */
export function severityIn(reading: Reading, view: SeverityView): number | undefined {
  const { tokens } = reading;
  const scores = scoresIn(reading, view);
  const owned = (name: string): Set<Score | null> =>
    new Set(cuesOf(reading, name).map((cue) => ownerOf(tokens, cue, scores)));
  const then = owned('severity-then');
  if (scores.length > 1) for (const score of owned('severity-day')) then.add(score);
  const now = owned('severity-now');
  const sometimes = owned('severity-sometimes');
  const present = scores.filter((score) => now.has(score) && !sometimes.has(score));
  const plain = scores.filter((score) => !then.has(score) && !sometimes.has(score));
  const notPast = scores.filter((score) => !then.has(score));
  const candidates = present.length > 0 ? present.slice(-1) : plain.length > 0 ? plain : notPast;
  if (candidates.length === 0)
    return view.isAsked && scores.length === 0 ? severityInWords(reading) : undefined;
  const takesBack = cuesOf(reading, 'answer-takes-back').findLast(
    (cue) => cue.from > 0 && candidates.some(({ from }) => from >= cue.to),
  );
  const last = candidates.filter(({ from }) => takesBack === undefined || from >= takesBack.to);
  return Math.max(...last.map(({ value }) => value));
}

/** Whether a day says when a score was felt, and not when the pain began: "nine on Friday, 6 today". */
export function isTimeOfScore(reading: Reading, view: SeverityView, moment: Span): boolean {
  const { tokens } = reading;
  return scoresIn(reading, view).some((score) => {
    if (score.to <= moment.from) {
      const isNear = moment.from - score.to <= 1 && !isParted(tokens, score.from, moment.from);
      const isToday = /^(today|tonight|this)$/.test(tokens[moment.from]?.word ?? '');
      const wasSo = tokens
        .slice(Math.max(0, score.from - 4), score.from)
        .some(({ word }) => word === 'was' || word === 'were' || word === 'hit');
      return isNear && (isToday || wasSo);
    }
    const opens =
      moment.from === 0 ||
      tokens[moment.from]?.before !== Break.none ||
      contrasts.has(tokens[moment.from - 1]?.word ?? '') ||
      tokens[moment.from - 1]?.word === 'and';
    const between = tokens.slice(moment.to, score.from);
    return (
      opens &&
      score.from >= moment.to &&
      between.length > 0 &&
      between.length <= 5 &&
      between.every(({ word, before }) => links.has(word) && before === Break.none) &&
      tokens[score.from]?.before === Break.none
    );
  });
}
