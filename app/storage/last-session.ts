import { weekOf } from "../../common/weeks";
import { readSealed, writeSealed } from "./files";

const FILE = "last";

/**
 * When the last session started, in seconds since 1970, its minutes, and how
 * many there were in its week, which older versions did not store.
 */
export type LastSession = [start: number, minutes: number, count?: number];

/** The last session on this watch; undefined without one. */
export function readLastSession(): LastSession | undefined {
  return readSealed<LastSession>(FILE);
}

/**
 * How many sessions, the `last` included, fall into the week from Monday on in
 * which `start` lies, in seconds since 1970.
 */
export function weekCount(
  last: LastSession | undefined,
  start: number,
): number {
  const offset = -new Date(start * 1000).getTimezoneOffset();
  return last && weekOf(last[0], offset) === weekOf(start, offset)
    ? last[2] || 1
    : 0;
}

/** Stores what home and summary tell of a session; a session counts once. */
export function writeLastSession(start: number, minutes: number): void {
  const last = readLastSession();
  const again = last && last[0] === start;
  writeSealed(FILE, [start, minutes, weekCount(last, start) + (again ? 0 : 1)]);
}
