import { z } from 'zod';
import type { IncomingActivity } from './activity';

const mentionSchema = z.object({
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

/** Tags that Teams writes into messages; anything else in angle brackets is what the person typed. */
const breaks = /<(?:br\s*\/?|\/(?:p|div|li|tr|h[1-6]|blockquote|pre))>/gi;
const tags =
  /<\/?(?:at|p|div|br|span|b|strong|i|em|u|s|strike|a|ul|ol|li|blockquote|pre|code|h[1-6]|table|tbody|thead|tr|td|th|img|emoji|attachment|systemeventmessage)(?:\s[^<>]*)?\/?>/gi;
const emoji = /<(?:emoji|img)\s[^<>]*\balt="([^"<>]*)"[^<>]*>/gi;

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The person's own words: without the mention of the bot, and without the markup that Teams adds. */
export function wordsOf(activity: IncomingActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    if (entity.type.toLowerCase() !== 'mention') continue;
    const mention = mentionSchema.safeParse(entity);
    if (mention.success && mention.data.mentioned.id === activity.recipient?.id)
      text = text.replaceAll(mention.data.text, ' ');
  }
  if (activity.channelId === 'msteams' || activity.textFormat === 'xml') text = unmarked(text);
  return text.replace(/[ \t\u00a0]+/g, ' ').trim();
}

function unmarked(text: string): string {
  return text
    .replace(breaks, '\n')
    .replace(emoji, '$1')
    .replace(tags, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, decoded);
}

function decoded(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
