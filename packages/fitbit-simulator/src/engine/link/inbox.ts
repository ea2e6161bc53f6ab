/** A file that has arrived. */
export interface ArrivedFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Most bytes and files that wait for a program that does not take them; far more than programs send. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 10_000;

/** Adds a file to those that have arrived; the oldest ones are dropped when there are too many. */
export function arrive(into: ArrivedFile[], file: ArrivedFile): void {
  into.push(file);
  let bytes = into.reduce((sum, { data }) => sum + data.length, 0);
  while (into.length > MOST_FILES || bytes > MOST_BYTES) {
    bytes -= into.shift()?.data.length ?? 0;
  }
}
