import { readSealed, writeSealed } from "./files";

const FILE = "last";

/** When the last session started, in seconds since 1970, and its minutes. */
export type LastSession = [start: number, minutes: number];

export function saveLast(last: LastSession): void {
  writeSealed(FILE, last);
}

/** The last session on this watch; undefined without one. */
export function loadLast(): LastSession | undefined {
  return readSealed<LastSession>(FILE);
}
