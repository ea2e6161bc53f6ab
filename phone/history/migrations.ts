import { KeyValueStore, storedJson } from "../key-value-store";
import { linesOf, monthsOf, textOf } from "./months";
import { packEntry, readEntry } from "./packed-entry";
import { readTotals } from "./totals";

/** Keys of the store; docs/protocol.md says what each holds. */
export const TOTALS = "totals";
const VERSION = "version";
/** Its value is the newest month that was shortened. */
export const SHORTENED = "full";
/** Stands there for none: as long as a month, so that the value never grows. */
export const NO_MONTH = "0000-00";

/**
 * How a store of version n becomes one of version n + 1. A step that was cut
 * off is done again from its beginning. A new store has version 0.
 *
 * Each form of a line needs a version of its own, a new record version too: an
 * app from before cannot read the line, and has to leave the store alone.
 */
const MIGRATIONS: ReadonlyArray<(store: KeyValueStore) => void> = [
  (store) => store.setItem(SHORTENED, NO_MONTH),
  // From here on: records of version 2, and lines of deleted sessions.
  rewriteLines,
  // From here on: records of version 3 too. Those of before stay as they are.
  () => undefined,
];

/** The version of the store that this code writes. */
export const STORE_VERSION = MIGRATIONS.length;

/**
 * Makes the store one of this version, as far as its room allows. False when a
 * newer version of the app wrote it: then it stays as it is.
 */
export function migrate(store: KeyValueStore): boolean {
  const version = Number(store.getItem(VERSION)) || 0;
  if (version > STORE_VERSION) return false;
  try {
    MIGRATIONS.slice(version).forEach((step, i) => {
      step(store);
      store.setItem(VERSION, String(version + i + 1));
    });
  } catch {
    // No room: every version before can be read, so the next start tries again.
  }
  return true;
}

/** A line in the form that this code writes. What cannot be read stays. */
function rewritten(line: string): string {
  const entry = readEntry(line);
  return entry ? packEntry(entry) : line;
}

/** Writes every line anew. None grows. */
function rewriteLines(store: KeyValueStore): void {
  monthsOf(store).forEach((month) => {
    const text = store.getItem(month);
    const anew = textOf(linesOf(text).map(rewritten));
    if (anew !== text) store.setItem(month, anew);
  });
  const totals = readTotals(storedJson(store, TOTALS));
  if (!totals) return;
  const recent = totals.recent.map(rewritten);
  const tail = rewritten(totals.tail);
  store.setItem(TOTALS, JSON.stringify({ ...totals, recent, tail }));
}
