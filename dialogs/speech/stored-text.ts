import { slotNames, type PackWords, type SlotName } from '../../knowledge';
import type { Context } from '../context';
import type { Message } from '../message';
import { phrase } from '../phrase';
import { listed } from './telling';

const phraseOf = (slot: SlotName): string =>
  `stored-${slot.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function valueOf(words: PackWords, value: unknown): string {
  if (typeof value === 'boolean') return phrase(words, value ? 'yes' : 'no');
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => phrase(words, `caution-${String(one)}`));
    return items.length === 0 ? phrase(words, 'stored-none') : listed(words, items);
  }
  return String(value);
}

/** The choice as the question titles it, where it has one. */
function titled(words: PackWords, slot: SlotName, value: unknown): string {
  const options = words.intake.find(({ id }) => id === slot)?.options ?? [];
  const title = options.find(({ id }) => id === value)?.title;
  return title ?? valueOf(words, value);
}

/** Everything that is known about the person, and how to have it deleted. */
export function storedMessage(words: PackWords, context: Context): Message {
  const slots = slotNames.flatMap((slot) => {
    const value = context.slots[slot];
    return value === undefined
      ? []
      : [`- ${phrase(words, phraseOf(slot), { value: titled(words, slot, value) })}`];
  });
  const signs = context.flags.map(({ id }) => words.redFlags.get(id)?.because ?? id);
  const known = [
    ...slots,
    ...(signs.length > 0
      ? [`- ${phrase(words, 'stored-signs', { signs: listed(words, signs) })}`]
      : []),
  ];
  const head =
    known.length === 0
      ? phrase(words, 'stored-nothing')
      : `${phrase(words, 'stored')}\n\n${known.join('\n')}`;
  return { text: `${head}\n\n${phrase(words, 'stored-privacy')}` };
}
