/** How many days each unit of time lasts. */
export const dayLength: ReadonlyMap<string, number> = new Map(
  (
    [
      [1 / 86_400, 'second seconds sec secs'],
      [1 / 1440, 'minute minutes min mins'],
      [1 / 24, 'hour hours hr hrs h'],
      [1, 'day days d dy dys night nights'],
      [7, 'week weeks wk wks w'],
      [14, 'fortnight fortnights'],
      [30, 'month months mo mos mth mths mnth mnths'],
      [365, 'year years yr yrs y'],
      [3650, 'decade decades'],
      [2, 'weekend weekends'],
    ] as const
  ).flatMap(([days, words]) => words.split(' ').map((word): [string, number] => [word, days])),
);

const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const shortWeekdays = 'sun mon tue wed thu fri sat tues weds thur thurs'.split(' ');
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec sept'.split(' ');

/** Parts of a day that may follow "this", "yesterday" or a weekday. */
export const partsOfDay: ReadonlySet<string> = new Set(
  'morning afternoon evening night lunchtime lunch noon midday midnight breakfast dinner dinnertime tea teatime bedtime arvo am pm'.split(
    ' ',
  ),
);

/** Long enough that one wrong letter leaves no doubt about the word. */
export const longTimeWords: readonly string[] = [
  ...weekdays,
  ...months.filter((month) => month.length > 5),
  ...'yesterday today tonight morning afternoon evening fortnight weekend'.split(' '),
  ...'minutes hours days weeks months years'.split(' '),
];

/** Days that come back every year: month and day. Seasons count from their first day. */
export const yearlyDays: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [12, 25]],
  ['xmas', [12, 25]],
  ['boxing day', [12, 26]],
  ['new year', [1, 1]],
  ['new years', [1, 1]],
  ['valentines', [2, 14]],
  ['halloween', [10, 31]],
  ['bonfire night', [11, 5]],
  ['guy fawkes', [11, 5]],
  ['spring', [3, 1]],
  ['summer', [6, 1]],
  ['autumn', [9, 1]],
  ['winter', [12, 1]],
]);

/** Sunday is 0; -1 when the word is no day of the week. */
export function weekdayOf(word: string): number {
  const full = weekdays.indexOf(word);
  if (full >= 0) return full;
  const short = shortWeekdays.indexOf(word);
  return short < 7 ? short : ([2, 3, 4, 4][short - 7] ?? -1);
}

/** January is 1; 0 when the word is no month. */
export function monthOf(word: string): number {
  const full = months.indexOf(word);
  if (full >= 0) return full + 1;
  const short = shortMonths.indexOf(word);
  return short === 12 ? 9 : short + 1;
}
