import { weekOf } from "../../common/weeks";
import { readSealed, writeSealed } from "./files";

const FILE = "last";

/**
 * When the last session started, in seconds since 1970, its minutes, and how
 * many there were in its week; none counted before the watch kept it.
 */
export type LastSession = [start: number, minutes: number, count?: number];

/** The last session on this watch; undefined without one. */
export function loadLast(): LastSession | undefined {
  return readSealed<LastSession>(FILE);
}

/** Sessions of the week, from Monday, in which `start` lies, after the `last`. */
export function countOf(last: LastSession | undefined, start: number): number {
  const offset = -new Date(start * 1000).getTimezoneOffset();
  return last && weekOf(last[0], offset) === weekOf(start, offset)
    ? last[2] || 1
    : 0;
}

/** Keeps what home and summary tell of a session; a session counts once. */
export function saveLast(start: number, minutes: number): void {
  const last = loadLast();
  const again = last && last[0] === start;
  writeSealed(FILE, [start, minutes, countOf(last, start) + (again ? 0 : 1)]);
}
