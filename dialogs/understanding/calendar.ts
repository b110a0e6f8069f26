/** A day of the calendar, counted so that two can be subtracted. */
export interface Today {
  readonly year: number;
  readonly month: number;
  readonly dayNumber: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

/** Days since 1 January 1970 of a day of the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of an ISO 8601 instant. Null when it is none. */
export function todayOf(now: string): Today | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(now);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const number = dayNumber(year, month, day);
  return { year, month, dayNumber: number, weekday: (((number + 4) % 7) + 7) % 7 };
}
