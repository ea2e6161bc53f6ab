import { KeyValueStore, keysOf } from "../key-value-store";
import { isDeletedLine, packedId, readEntry } from "./packed-entry";

/** Begins the key of a month, as in "h-2026-03". */
export const MONTH = "h-";

/** The key of the month (UTC) of a moment in seconds since 1970, of 32 bits. */
export function monthOf(seconds: number, begin = MONTH): string {
  return begin + new Date(seconds * 1000).toISOString().slice(0, 7);
}

/** The key of the month (UTC) of a session's id, which begins with its time. */
export function monthKey(id: string): string {
  return monthOf(Math.min(parseInt(id, 36) || 0, 4294967295));
}

/** Keys of the months of a store, oldest first. */
export function monthsOf(store: KeyValueStore): string[] {
  return keysOf(store)
    .filter((key) => key.indexOf(MONTH) === 0)
    .sort();
}

/** The lines of a month's text, in the order in which they came. */
export function linesOf(text: string | null): string[] {
  return (text || "").split("\n").filter((line) => line !== "");
}

/** The lines of all months whose keys begin so, the oldest month first; `from` is the first key. */
export function linesUnder(
  store: KeyValueStore,
  begin: string,
  from = begin,
): string[] {
  const lines: string[] = [];
  keysOf(store)
    .filter((key) => key.indexOf(begin) === 0 && key >= from)
    .sort()
    .forEach((key) =>
      linesOf(store.getItem(key)).forEach((line) => lines.push(line)),
    );
  return lines;
}

/** The text of a month that has these lines. */
export function textOf(lines: ReadonlyArray<string>): string {
  return lines.map((line) => "\n" + line).join("");
}

/** The line of an id in a month's text; undefined when there is none. */
export function lineIn(text: string, id: string): string | undefined {
  const at = text.indexOf("\n" + id + " ");
  if (at < 0) return undefined;
  const end = text.indexOf("\n", at + 1);
  return end < 0 ? text.slice(at + 1) : text.slice(at + 1, end);
}

/** Whether a full phone has shortened the session of a line. */
function isShortened(line: string): boolean {
  const entry = readEntry(line);
  return !!entry && entry.kind === "brief";
}

/**
 * The text of a month with a line in it, in the place of that of the same id: it
 * may be corrected, deleted or back again. One that was shortened since stays, unless
 * one of the two says that the session is deleted and the other does not.
 */
export function withLine(text: string, line: string): string {
  const there = lineIn(text, packedId(line));
  if (there === undefined) return text + "\n" + line;
  const deleted = isDeletedLine(there) !== isDeletedLine(line);
  if (there === line || (isShortened(there) && !deleted)) return text;
  return textOf(linesOf(text).map((one) => (one === there ? line : one)));
}
