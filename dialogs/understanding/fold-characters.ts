/** Letters of other scripts that are passed off as, or mistyped for, Latin ones. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
    к: 'k',
    м: 'm',
    т: 't',
    н: 'h',
    в: 'b',
    ԁ: 'd',
    ո: 'n',
    ӏ: 'l',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ø: 'o',
    ł: 'l',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    '’': "'",
    '‘': "'",
    ʼ: "'",
    '`': "'",
    '´': "'",
    '＇': "'",
    '′': "'",
    '–': '-',
    '—': '-',
    '‑': '-',
    '−': '-',
    '…': '.',
    '½': '.5',
    '¼': '.25',
    '¾': '.75',
    '⁄': '/',
  }),
);

/** Characters that cannot be seen and stand for nothing: format characters and variation selectors. */
const invisible = /^[\p{Cf}\p{Variation_Selector}\u115F\u1160]$/u;
const marks = /\p{M}+/gu;

/**
 * One character as the plain lower-case characters it stands for: without accents, in Latin letters
 * where it only looks like one. Nothing at all for what cannot be seen.
 */
export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : character;
  if (invisible.test(character)) return '';
  const lower = character.toLowerCase();
  const alike = lookAlikes.get(lower);
  if (alike !== undefined) return alike;
  const plain = lower.normalize('NFKD').replace(marks, '').toLowerCase();
  return lookAlikes.get(plain) ?? plain;
}
