/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last, so that months have a fixed place.
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day - 719_469;
}

function hourNumber(time: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(time);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  return dayNumber(year, month, day) * 24 + hour + minute / 60;
}

/** Hours from one moment to a later one, both ISO 8601 in UTC; 0 when either is no such moment. */
export function hoursBetween(earlier: string, later: string): number {
  const from = hourNumber(earlier);
  const to = hourNumber(later);
  return from === null || to === null ? 0 : to - from;
}
