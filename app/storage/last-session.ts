import { weekOf } from "../../common/weeks";
import { readSealed } from "./files";

/** The file of the last session. */
export const enum Last {
  File = "last",
}

/**
 * When the last session started, in seconds since 1970, its minutes, and how
 * many there were in its week, which older versions did not store.
 */
export type LastSession = [start: number, minutes: number, count?: number];

/** The last session on this watch; undefined without one. */
export function readLastSession(): LastSession | undefined {
  return readSealed<LastSession>(Last.File);
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
