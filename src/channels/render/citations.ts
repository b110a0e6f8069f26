import type { Entity } from 'botbuilder';
import type { Citation } from '../../../dialogs';
import type { Form } from './outgoing-activity';

/** The entity by which Web Chat and Teams show sources natively. Teams wants a name and an abstract. */
export function citationEntity(citations: readonly Citation[], form: Form = 'web'): Entity {
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
        // Without an address Web Chat opens a window with this text; Teams takes `text` for a card.
        ...(url === undefined
          ? form === 'teams'
            ? {}
            : { text: `${title}. ${publisher}.` }
          : { url }),
      },
    })),
  };
}

/** Adds the marks that Teams turns into references, by the position that the entity names. */
export function withMarks(text: string, citations: readonly Citation[]): string {
  const missing = citations
    .map((_, index) => `[${index + 1}]`)
    .filter((mark) => !text.includes(mark));
  return [text, ...missing].join(' ');
}

/** Names the sources in words, for clients that know no references. */
export function withSources(text: string, citations: readonly Citation[]): string {
  const sources = citations.map(({ title, publisher, url }) =>
    [`${title}, ${publisher}`, ...(url === undefined ? [] : [url])].join(': '),
  );
  return [text, ...sources].join('\n\n');
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
