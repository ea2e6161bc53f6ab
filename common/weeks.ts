/** Seconds of a day and of a week. */
const DAY = 86400;
const WEEK = 7 * DAY;
/** 1970 began on a Thursday, so many days after a Monday. */
const AFTER_MONDAY = 3;

/**
 * The number of a week, counted from that of 1 January 1970 on, which is 0.
 * `seconds` are since 1970, `offset` is minutes east of UTC, `before` is how many
 * days before Monday a week begins, 0 to 2.
 */
export function weekOf(
  seconds: number,
  offset: number,
  before: number,
): number {
  const days = AFTER_MONDAY + before;
  return Math.floor((seconds + offset * 60 + days * DAY) / WEEK);
}
