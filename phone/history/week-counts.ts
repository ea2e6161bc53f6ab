/** One digit a week, so that 60 years take 3 KB. */
const BASE = 36;
/** A digit tells no higher count. */
export const MOST_IN_WEEK = BASE - 1;

/** Sessions by week: a digit (base 36, at most "z") a week from `from` on. */
export interface Weeks {
  from: number;
  counts: string;
  /** How many days before Monday these weeks begin, 0 to 2. */
  before: number;
}

/** No sessions, in weeks that begin so many days before Monday. */
export function noWeeks(before: number): Weeks {
  return { from: 0, counts: "", before };
}

/** Sessions of a week; 0 for one that is not there. */
export function countIn(weeks: Weeks, week: number): number {
  const digit = weeks.counts.charAt(week - weeks.from);
  return digit ? parseInt(digit, BASE) || 0 : 0;
}

/** One more session in a week, at most 35; the week may lie before or after all there are. */
export function counted(weeks: Weeks, week: number): Weeks {
  const { before } = weeks;
  let { from, counts } = weeks;
  if (!counts) from = week;
  while (week < from) {
    counts = "0" + counts;
    from--;
  }
  while (week >= from + counts.length) counts += "0";
  const count = Math.min(
    MOST_IN_WEEK,
    countIn({ from, counts, before }, week) + 1,
  );
  const at = week - from;
  counts = counts.slice(0, at) + count.toString(BASE) + counts.slice(at + 1);
  return { from, counts, before };
}

/**
 * One session less in a week, which has to have fewer than the most. Weeks
 * without sessions are dropped at both ends.
 */
export function uncounted(weeks: Weeks, week: number): Weeks {
  const count = countIn(weeks, week);
  if (!count) return weeks;
  const at = week - weeks.from;
  const counts =
    weeks.counts.slice(0, at) +
    (count - 1).toString(BASE) +
    weeks.counts.slice(at + 1);
  const first = counts.search(/[^0]/);
  if (first < 0) return noWeeks(weeks.before);
  const used = counts.slice(first).replace(/0+$/, "");
  return { ...weeks, from: weeks.from + first, counts: used };
}

/** Weeks in a row, and how many weeks between them were spared. */
export interface WeekRow {
  streak: number;
  spares: number;
}

/** A spare week is at most one in so many. Judgement, as is the spare itself. */
const SPARE_EVERY = 6;

/**
 * Weeks in a row, up to and with this one, that reached what was their goal. A week
 * below it that was not given up, as it has a session or a day on which the back
 * said no, does not end the row, once in six weeks; it does not count either.
 */
export function rowTo(
  weeks: Weeks,
  week: number,
  goalOf: (week: number) => number,
  rested: (week: number) => boolean,
): WeekRow {
  let streak = 0;
  let spares = 0;
  let pending = 0;
  let lastSpare = week + SPARE_EVERY;
  for (let at = week; ; at--) {
    if (countIn(weeks, at) >= goalOf(at)) {
      streak++;
      // A spare week counts as used where the row goes on before it.
      spares += pending;
      pending = 0;
      continue;
    }
    const kept = countIn(weeks, at) > 0 || rested(at);
    if (!kept || lastSpare - at < SPARE_EVERY) return { streak, spares };
    lastSpare = at;
    pending = 1;
  }
}
