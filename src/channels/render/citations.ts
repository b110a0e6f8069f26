import type { Entity } from 'botbuilder';
import type { Citation } from '../../../dialogs';

/** The entity by which Web Chat and Teams show sources natively. Teams wants a name and an abstract. */
export function citationEntity(citations: readonly Citation[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': '',
    citation: citations.map(({ title, publisher, url }, index) => ({
      '@type': 'Claim',
      '@id': url ?? `cite:${index + 1}`,
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: shorten(title, 80),
        abstract: shorten(publisher, 160),
        // Without an address Web Chat opens a window with this text.
        ...(url === undefined ? { text: `${title}. ${publisher}.` } : { url }),
      },
    })),
  };
}

/** Adds the references that Web Chat turns into badges, each with its definition. */
export function withReferences(text: string, citations: readonly Citation[]): string {
  if (citations.length === 0) return text;
  const missing = citations
    .map((_, index) => `[${index + 1}]`)
    .filter((reference) => !text.includes(reference));
  // A space between them: `[1][2]` is one link named 1 in Markdown.
  const marked = [text, ...missing].join(' ');
  const definitions = citations.map(({ title, url }, index) => {
    const target =
      url === undefined ? `cite:${index + 1}` : `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;
    return `[${index + 1}]: ${target} "${title.replace(/[\\"\n]/g, "'")}"`;
  });
  return `${marked}\n\n${definitions.join('\n')}`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
