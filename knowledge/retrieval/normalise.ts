const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A phrase without what people vary and do not mean: case, accents, punctuation, double spaces. */
export function normalisePhrase(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
