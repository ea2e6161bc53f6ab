import { KeyValueStore, succeeds } from "../key-value-store";
import { shortened } from "./brief-session";
import { NO_MONTH, SHORTENED } from "./migrations";
import { MONTH, linesOf, monthsOf, textOf } from "./months";
import { packEntry, readEntry } from "./packed-entry";

/** The newest month ("2019-03") that was shortened; empty for none. */
export function shortenedUntil(store: KeyValueStore): string {
  const until = store.getItem(SHORTENED) || "";
  return /^\d{4}-\d\d$/.test(until) && until !== NO_MONTH ? until : "";
}

/**
 * Makes brief sessions of the oldest month that has longer ones. False when
 * nothing is left to shorten.
 */
export function shortenOldest(store: KeyValueStore): boolean {
  const from = MONTH + shortenedUntil(store);
  for (const month of monthsOf(store)) {
    if (month < from) continue;
    const lines = linesOf(store.getItem(month));
    const text = textOf(
      lines.map((line) => {
        const entry = readEntry(line);
        return entry ? packEntry(shortened(entry)) : line;
      }),
    );
    if (text.length >= lines.join("\n").length) continue;
    // Written before it is done; there is room, as the value never grows.
    const until = month.slice(MONTH.length);
    if (until > shortenedUntil(store)) {
      if (!succeeds(() => store.setItem(SHORTENED, until))) return false;
    }
    return succeeds(() => store.setItem(month, text));
  }
  return false;
}
