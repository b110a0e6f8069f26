const vowels = 'aeiou';

/** A regular verb or noun in all its forms, some of which may not exist: `drag` gives `dragging`. */
export function inflections(word: string): string[] {
  const last = word.slice(-1);
  const stem = word.slice(0, -1);
  const beforeLast = word.slice(-2, -1);
  const isShort = vowels.includes(beforeLast) && !vowels.includes(word.slice(-3, -2));
  const forms = [word, `${word}s`];
  if (last === 'e') forms.push(`${word}d`, `${stem}ing`);
  else if (last === 'y' && !vowels.includes(beforeLast)) {
    forms.push(`${stem}ies`, `${stem}ied`, `${word}ing`);
  } else {
    forms.push(`${word}ed`, `${word}ing`);
    if (/(s|x|z|ch|sh)$/.test(word)) forms.push(`${word}es`);
    if (isShort && !vowels.includes(last) && !'wxy'.includes(last)) {
      forms.push(`${word}${last}ed`, `${word}${last}ing`);
    }
  }
  return forms;
}
