/** Numbers as they stand in a sentence: not inside a longer number, a word, a link or an address. */
const pattern = new RegExp(
  String.raw`(?<![\w+\-./[(:])(?:${LUMBAR_PHONE_NUMBERS.toSorted((a, b) => b.length - a.length)
    .map((number) => number.replace(/ /g, '[ \\u00a0]'))
    .join('|')})(?![\w%\])]|[.,:/-]\d)`,
  'g',
);

/** Makes the telephone numbers of the regions in a Markdown text ones that can be pressed. */
export function linkPhoneNumbers(markdown: string): string {
  return markdown.replace(
    pattern,
    (number) => `[${number}](tel:${number.replace(/[ \u00a0]/g, '')})`,
  );
}
