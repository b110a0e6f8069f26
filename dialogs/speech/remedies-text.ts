import type { PackWords, Remedy } from '../../knowledge';
import type { Citation, Message } from '../message';
import { phrase } from '../phrase';
import type { Remedies } from '../remedies';
import type { Script } from '../script';
import { listed } from './telling';

function block(remedy: Remedy): string {
  const steps = remedy.steps.map((step) => `- ${step}`).join('\n');
  return [
    `**${remedy.title}**`,
    steps,
    ...(remedy.caution ? [`*${remedy.caution.trim()}*`] : []),
  ].join('\n\n');
}

function leftOut(words: PackWords, { leftOut: out }: Remedies): readonly string[] {
  return (['caution', 'age'] as const).flatMap((because) => {
    const titles = out
      .filter((one) => one.because === because)
      .map(({ id }) => words.remedies.get(id)?.title ?? id);
    return titles.length === 0
      ? []
      : [phrase(words, `left-out-${because}`, { titles: listed(words, titles) })];
  });
}

function introduction(words: PackWords, remedies: Remedies): string {
  const { wish } = remedies;
  if (remedies.shown.length === 0) return phrase(words, 'remedies-none');
  if (wish === 'plan') {
    const plan = words.plans.find(({ id }) => id === remedies.plan);
    return remedies.gentle ? phrase(words, 'gentle-intro') : (plan?.intro.trim() ?? '');
  }
  if (wish === 'stretches') return phrase(words, 'remedies-stretch');
  return phrase(words, wish === 'more' ? 'remedies-more' : 'remedies-medicine');
}

/** A few remedies with their steps, what is left out and why, and where it comes from. */
export function remediesMessage(script: Script, remedies: Remedies): Message {
  const { words } = script;
  const shown = remedies.shown.flatMap((id) => words.remedies.get(id) ?? []);
  const out = remedies.wish === 'medicine' ? leftOut(words, remedies) : [];
  if (remedies.unknown) return { text: phrase(words, 'medicine-unknown') };
  const none = shown.length === 0 && out.length > 0;
  const sources = new Set(shown.flatMap((remedy) => remedy.sources));
  const citations = [...sources].flatMap((id): Citation[] => {
    const source = script.pack.sources.get(id);
    if (source === undefined) return [];
    const { title, publisher, url } = source;
    return [url === undefined ? { title, publisher } : { title, publisher, url }];
  });
  const text = [...(none ? [] : [introduction(words, remedies)]), ...shown.map(block), ...out];
  return {
    text: text.filter((part) => part !== '').join('\n\n'),
    ...(citations.length > 0 ? { citations } : {}),
  };
}
