import type { Pack, Region } from '../../knowledge';
import { phrase, type PhraseParameters } from '../phrase';
import type { Script } from '../script';

/** Where 112 is the number and the European entry serves until a country has its own. */
const europe = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK CH'.split(
    ' ',
  ),
);

/** Whom to call there; null where the pack knows no number that is safe to give. */
export function regionOf(pack: Pack, code: string): Region | null {
  const own = pack.regions.get(code.toUpperCase());
  if (own !== undefined) return own;
  return europe.has(code.toUpperCase()) ? (pack.regions.get('EU') ?? null) : null;
}

/** What every phrase may mention about the region. Never empty: an unknown country gets words that hold anywhere. */
export function regionParameters(script: Script, code: string): PhraseParameters {
  const { words, pack } = script;
  const region = regionOf(pack, code);
  if (region === null) {
    return {
      number: phrase(words, 'anywhere-number'),
      department: phrase(words, 'anywhere-department'),
      advice: phrase(words, 'anywhere-advice'),
      crisis: phrase(words, 'anywhere-crisis'),
    };
  }
  const { emergency, department, advice, crisis } = region;
  const line = `${crisis.name}, ${crisis.number}`;
  return {
    number:
      emergency.also === undefined
        ? emergency.number
        : phrase(words, 'number-also', { number: emergency.number, also: emergency.also }),
    department,
    advice:
      advice === undefined
        ? phrase(words, 'anywhere-advice')
        : phrase(words, 'advice-line', { name: advice.name, number: advice.number }),
    crisis: crisis.text === undefined ? line : `${line} (${crisis.text})`,
  };
}
