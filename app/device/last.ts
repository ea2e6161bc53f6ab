import { read, write } from "./files";

const FILE = "last";
const LIMIT = 64;

/** When the last session started, in seconds since 1970, and its minutes. */
export interface LastSession {
  start: number;
  minutes: number;
}

export function saveLast(last: LastSession): void {
  write(FILE, [last.start, last.minutes]);
}

/** The last session on this watch; undefined without one worth showing. */
export function loadLast(): LastSession | undefined {
  const stored = read(FILE, LIMIT) as unknown[] | undefined;
  const start = stored && stored[0];
  const minutes = stored && stored[1];
  if (typeof start !== "number" || typeof minutes !== "number") {
    return undefined;
  }
  return start > 0 && minutes >= 0 && minutes < 6000
    ? { start, minutes }
    : undefined;
}
