/** One digit a week, so that 60 years take 3 KB. */
const BASE = 36;

/** Sessions by week: a digit (base 36, at most "z") a week from `from` on. */
export interface Weeks {
  from: number;
  counts: string;
}

/** Sessions of a week; 0 for one that is not there. */
export function countIn(weeks: Weeks, week: number): number {
  const digit = weeks.counts.charAt(week - weeks.from);
  return digit ? parseInt(digit, BASE) || 0 : 0;
}

/** One more session in a week, at most 35; the week may lie before or after all there are. */
export function counted(weeks: Weeks, week: number): Weeks {
  let { from, counts } = weeks;
  if (!counts) from = week;
  while (week < from) {
    counts = "0" + counts;
    from--;
  }
  while (week >= from + counts.length) counts += "0";
  const count = Math.min(BASE - 1, countIn({ from, counts }, week) + 1);
  const at = week - from;
  counts = counts.slice(0, at) + count.toString(BASE) + counts.slice(at + 1);
  return { from, counts };
}

/** Weeks in a row, up to and with this one, that reached the goal. */
export function streakTo(weeks: Weeks, week: number, goal: number): number {
  let streak = 0;
  while (countIn(weeks, week - streak) >= goal) streak++;
  return streak;
}
