import { countsToTwelve } from "./phone-clock";
import { words } from "./words";

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function two(n: number): string {
  return (n < 10 ? "0" : "") + n;
}

/** A month by its number, 0 for January: a word, so that no day is read for it. */
function monthWord(month: number): string {
  return words("month-" + MONTHS[month]!);
}

/** Hour and minute as this phone's clock counts them. */
function timeText(hour: number, minute: number): string {
  return countsToTwelve()
    ? words(hour < 12 ? "time-am" : "time-pm", hour % 12 || 12, two(minute))
    : words("time-24", two(hour), two(minute));
}

/**
 * A moment on a clock so many minutes east of UTC, such as "Wed, Mar 4, 2026,
 * 18:05". `seconds` are since 1970.
 */
export function momentText(seconds: number, offset: number): string {
  const date = new Date((seconds + offset * 60) * 1000);
  const day = words(
    "date",
    words("weekday-" + WEEKDAYS[date.getUTCDay()]!),
    date.getUTCDate(),
    monthWord(date.getUTCMonth()),
    String(date.getUTCFullYear()),
  );
  const time = timeText(date.getUTCHours(), date.getUTCMinutes());
  return words("moment", day, time);
}

/** A month given as "2026-11". */
export function monthText(month: string): string {
  const [year, number] = month.split("-");
  return words("month", monthWord(Number(number) - 1), year!);
}

/**
 * Month and day of a week's first day. `week` is as `weekOf` numbers it, and
 * weeks begin so many days before Monday.
 */
export function weekStartText(
  week: number,
  before: number,
): [month: string, day: number] {
  // Week 0 is that of 1 January 1970, a Thursday.
  const date = new Date((week * 7 - 3 - before) * 86400000);
  return [monthWord(date.getUTCMonth()), date.getUTCDate()];
}

/** A moment by the phone's own clock. */
export function hereText(seconds: number): string {
  const offset = -new Date(seconds * 1000).getTimezoneOffset();
  return momentText(seconds, offset);
}
