import { KeyValueStore, keysOf, storedJson } from "../key-value-store";
import { shortened } from "./brief-session";
import { HistoryEntry, entryId, entryStart } from "./entry";
import { packEntry, packedId, readEntry } from "./packed-entry";
import { NO_TOTALS, Totals, readTotals, withEntry } from "./totals";

/** Keys of the store; docs/protocol.md says what each holds. */
const TOTALS = "totals";
const VERSION = "version";
/** Begins the key of a month, as in "h-2026-03". */
const MONTH = "h-";
/** Its value is the newest month that was shortened. */
const SHORTENED = "full";
/** Stands there for none: as long as a month, so that the value never grows. */
const NO_MONTH = "0000-00";

/**
 * How a store of version n becomes one of version n + 1. A step that was cut
 * off is done again from its beginning. A new store has version 0.
 */
const MIGRATIONS: ReadonlyArray<(store: KeyValueStore) => void> = [
  (store) => store.setItem(SHORTENED, NO_MONTH),
];

/**
 * What became of an entry: stored now; known, so that nothing was to be done;
 * or not stored, because the store is full.
 */
export type AddResult = "stored" | "known" | "full";

/** The key of the month (UTC) of a session's id, which begins with its time. */
function monthKey(id: string): string {
  const seconds = Math.min(parseInt(id, 36) || 0, 4294967295);
  return MONTH + new Date(seconds * 1000).toISOString().slice(0, 7);
}

function holds(month: string, id: string): boolean {
  return month.indexOf("\n" + id + " ") >= 0;
}

/**
 * Every session for ever: one key for each month, to which packed entries are
 * only appended, and the totals. A save writes the totals first, with the new
 * entry as their tail, and then the month. Wherever the phone dies between
 * them, the entry is either not stored at all, or it is in the tail and the
 * next start puts it into its month (decision 5).
 */
export class History {
  /** Sums, weeks and newest entries of all that is stored. */
  totals: Totals;
  /** The tail may not be in its month yet. */
  private tailPending = true;

  private constructor(private store: KeyValueStore) {
    const totals = readTotals(storedJson(store, TOTALS));
    this.totals = totals || NO_TOTALS;
    if (!totals) this.recount();
    this.storeTail();
  }

  /**
   * Opens the store and completes a save that a death cut off. Undefined when a
   * newer version of the app wrote the store: then it stays as it is.
   */
  static open(store: KeyValueStore): History | undefined {
    const version = Number(store.getItem(VERSION)) || 0;
    if (version > MIGRATIONS.length) return undefined;
    MIGRATIONS.slice(version).forEach((migrate, i) =>
      succeeds(() => {
        migrate(store);
        store.setItem(VERSION, String(version + i + 1));
      }),
    );
    return new History(store);
  }

  /** Stores an entry, unless it is there already or there is no room. */
  add(entry: HistoryEntry): AddResult {
    const id = entryId(entry);
    if (!this.storeTail()) return "full";
    if (holds(this.store.getItem(monthKey(id)) || "", id)) return "known";
    const before = this.totals;
    this.totals = withEntry(before, entry);
    if (!this.tryWrite(TOTALS, () => JSON.stringify(this.totals))) {
      this.totals = before;
      return "full";
    }
    this.tailPending = true;
    if (this.storeTail()) return "stored";
    this.totals = before;
    this.tailPending = false;
    // Shorter than the value that it replaces, so there is room for it.
    succeeds(() => this.store.setItem(TOTALS, JSON.stringify(before)));
    return "full";
  }

  /**
   * Writes a value of another part of the app into the same store, and shortens
   * the oldest months where there is no room for it.
   * @throws When there is no room even so.
   */
  writeOther(key: string, value: string): void {
    if (!this.tryWrite(key, () => value)) throw new Error("the phone is full");
  }

  /** The newest month ("2019-03") that was shortened; empty for none. */
  shortenedUntil(): string {
    const until = this.store.getItem(SHORTENED) || "";
    return /^\d{4}-\d\d$/.test(until) && until !== NO_MONTH ? until : "";
  }

  /** Every entry, oldest first. What cannot be read is left out. */
  entries(): HistoryEntry[] {
    const entries: HistoryEntry[] = [];
    this.months().forEach((month) =>
      this.linesOf(month).forEach((line) => {
        const entry = readEntry(line);
        if (entry) entries.push(entry);
      }),
    );
    return entries.sort((a, b) => entryStart(a) - entryStart(b));
  }

  /** Puts the tail into its month. False when there is no room for it. */
  private storeTail(): boolean {
    const line = this.totals.tail;
    if (!this.tailPending || !line) return true;
    const id = packedId(line);
    const key = monthKey(id);
    const month = (): string => this.store.getItem(key) || "";
    const done =
      holds(month(), id) || this.tryWrite(key, () => month() + "\n" + line);
    this.tailPending = !done;
    return done;
  }

  /**
   * Writes, and shortens the oldest months while there is no room. False when
   * nothing is left to shorten. `value` is asked again for each attempt.
   */
  private tryWrite(key: string, value: () => string): boolean {
    while (!succeeds(() => this.store.setItem(key, value()))) {
      if (!this.shortenOldest()) return false;
    }
    return true;
  }

  /** Keys of the months that hold entries, oldest first. */
  private months(): string[] {
    const months = keysOf(this.store).filter((key) => key.indexOf(MONTH) === 0);
    return months.sort();
  }

  /** The packed entries of a month, in the order in which they came. */
  private linesOf(month: string): string[] {
    const text = this.store.getItem(month) || "";
    return text.split("\n").filter((line) => line !== "");
  }

  /** Makes brief sessions of the oldest month that has longer ones. */
  private shortenOldest(): boolean {
    const from = MONTH + this.shortenedUntil();
    for (const month of this.months()) {
      if (month < from) continue;
      const lines = this.linesOf(month);
      const short = lines.map((line) => {
        const entry = readEntry(line);
        return entry ? packEntry(shortened(entry)) : line;
      });
      const text = short.map((line) => "\n" + line).join("");
      if (text.length >= lines.join("\n").length) continue;
      // Written before it is done; there is room, as the value never grows.
      const until = month.slice(MONTH.length);
      if (until > this.shortenedUntil()) {
        if (!succeeds(() => this.store.setItem(SHORTENED, until))) return false;
      }
      return succeeds(() => this.store.setItem(month, text));
    }
    return false;
  }

  /** Makes the totals anew from the months. */
  private recount(): void {
    const entries = this.entries();
    this.totals = entries.reduce(withEntry, NO_TOTALS);
    if (entries.length) {
      this.tryWrite(TOTALS, () => JSON.stringify(this.totals));
    }
  }
}

/** False when the action threw, as a store does when it is full. */
function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
