/** Seconds of a day and of a week. */
const DAY = 86400;
const WEEK = 7 * DAY;
/** 1970 began on a Thursday; weeks begin on Monday (ISO 8601). */
const MONDAY = 3 * DAY;

/**
 * The number of a week: whole weeks since Monday, 29 December 1969. `seconds`
 * are since 1970, `offset` is minutes east of UTC.
 */
export function weekOf(seconds: number, offset: number): number {
  return Math.floor((seconds + offset * 60 + MONDAY) / WEEK);
}
