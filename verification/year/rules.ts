import type { Day, Year } from "./year";

/** How far the heap's peak of the last session may be from the first's, as a share. */
export const HEAP_SHARE = 0.02;
/** What the watch keeps when nothing waits: docs/reliability.md. */
export const WATCH_BYTES = 8192;
/**
 * What the phone keeps beside the history: the routine, the link, refused files, the
 * newest plans, and the coach with the sessions of 92 days that it has decided upon.
 */
export const LOCAL_BESIDE = 6656;
/** And of each session its plan, at most; a plan that is the same is kept once a month. */
export const PLAN = 160;
/** From here on the newest sessions on the settings page are as many as they ever are. */
export const PAGE_FULL = 10;
/** Settings differ by a few digits. */
export const SETTINGS_SLACK = 256;

/** What a year has to keep to; each line says what did not. */
export function brokenRules(days: readonly Day[], year: Year): string[] {
  const broken: string[] = [];
  const holds = (fine: boolean, what: string): void => {
    if (!fine) broken.push(what);
  };
  for (const killed of ["watch", "companion"] as const) {
    const same = days.filter((day) => day.killed === killed);
    const [first, last] = [same[0], same[same.length - 1]];
    if (!first || !last) continue;
    const apart = Math.abs(last.heapPeak / first.heapPeak - 1);
    holds(
      apart <= HEAP_SHARE,
      `heap of the last session (${killed} killed) is ${(apart * 100).toFixed(1)} % from the first's`,
    );
  }
  const full = days[PAGE_FULL - 1] ?? days[days.length - 1];
  for (const day of days) {
    const at = `after ${day.sessions} sessions`;
    const { watchBytes, local, expected, settings } = day;
    holds(
      watchBytes <= WATCH_BYTES,
      `${at} the watch holds ${watchBytes} bytes`,
    );
    holds(
      local >= expected &&
        local - expected <= LOCAL_BESIDE + PLAN * day.sessions,
      `${at} the companion holds ${local} characters, ${expected} expected`,
    );
    holds(
      settings <= (full?.settings ?? 0) + SETTINGS_SLACK,
      `${at} the settings hold ${settings} characters`,
    );
  }
  const { sessions } = year.stored;
  holds(
    sessions === days.length,
    `${sessions} of ${days.length} sessions are in the history`,
  );
  return broken;
}
