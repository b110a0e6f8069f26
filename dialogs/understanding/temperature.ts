import { numbersIn } from './numbers';
import { hasCueAt, type Reading } from './reading';
import type { Span } from './token';

/** NHS and the contract: a fever is 37.8 °C or more, which is 100 °F. */
const feverCelsius = 37.8;
const feverFahrenheit = 100;

export interface SaidTemperature extends Span {
  readonly isFever: boolean;
}

const notDegrees = /^(kg|kilos|stone|percent|weeks|km|miles|years|yrs|mg|ml|litres|of|out)$/;

/** Body temperatures in a text: "temp of 39", "101 fever", "38.5 c". */
export function temperaturesIn(reading: Reading): SaidTemperature[] {
  const { tokens } = reading;
  const found: SaidTemperature[] = [];
  for (const { value, from, to } of numbersIn(tokens)) {
    const isCelsius = value >= 34 && value <= 43;
    const isFahrenheit = value >= 94 && value <= 109;
    if (!isCelsius && !isFahrenheit) continue;
    const near: number[] = [];
    for (let at = Math.max(0, from - 6); at < Math.min(tokens.length, to + 3); at += 1) {
      if (hasCueAt(reading, 'context-temperature', at)) near.push(at);
    }
    const hasPoint = (tokens[from]?.word ?? '').includes('.');
    const unit = tokens[to]?.word ?? '';
    const hasUnit = /^(c|f|degrees|celsius|fahrenheit|centigrade)$/.test(unit);
    const isPlain = hasPoint && value >= feverCelsius && value <= 42 && !notDegrees.test(unit);
    if (near.length === 0 && !hasUnit && !isPlain) continue;
    if (near.length === 0 && !hasPoint && unit === 'c' && value < 36) continue;
    const first = Math.min(from, ...near);
    const last = Math.max(to, ...near.map((at) => at + 1));
    found.push({
      from: first,
      to: hasUnit ? Math.max(last, to + 1) : last,
      isFever: isCelsius ? value >= feverCelsius : value >= feverFahrenheit,
    });
  }
  return found;
}
