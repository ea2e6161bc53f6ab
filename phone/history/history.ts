import { KeyValueStore, storedJson, succeeds } from "../key-value-store";
import { DeletedEntry, deletedIn, writeDeleted } from "./deleted-entries";
import { HistoryEntry, entryId, entryStart } from "./entry";
import { TOTALS, migrate } from "./migrations";
import {
  lineIn,
  linesOf,
  monthKey,
  monthOf,
  monthsOf,
  withLine,
} from "./months";
import {
  deletedLine,
  isDeletedLine,
  packEntry,
  packedId,
  readEntry,
} from "./packed-entry";
import { noWeeks } from "./week-counts";
import { shortenOldest, shortenedUntil } from "./shortening";
import {
  NO_TOTALS,
  RECENT,
  Totals,
  countEntry,
  readTotals,
  withEntry,
  withoutEntry,
} from "./totals";

/**
 * What became of an entry: stored now; known, so that nothing was to be done;
 * deleted before, so that it stays away; or not stored, as the store is full.
 */
export type AddResult = "stored" | "known" | "deleted" | "full";

/** Whether an entry took the place of another of its id; "full" as below. */
export type ReplaceResult = "replaced" | "unknown" | "full";

/** Whether an entry was deleted; "full" when the store would not take the change. */
export type RemoveResult = "deleted" | "unknown" | "full";

/**
 * Every session for ever: one key for each month, to which packed entries are
 * only appended, and the totals. A save writes the totals first, with the new
 * line as their tail, and then the month. Wherever the phone dies between
 * them, the line is either not stored at all, or it is in the tail and the next
 * start puts it into its month (decision 5). Of a deleted entry a line of its
 * id stays, so that it is known when a watch sends it again (decision 14). A
 * corrected entry takes the place of its line.
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
    return migrate(store) ? new History(store) : undefined;
  }

  /** Stores an entry, unless it is or was there or there is no room. */
  add(entry: HistoryEntry): AddResult {
    if (!this.storeTail()) return "full";
    const there = this.lineOf(entryId(entry));
    if (there !== undefined) return isDeletedLine(there) ? "deleted" : "known";
    return this.save(withEntry(this.totals, entry)) ? "stored" : "full";
  }

  /**
   * Deletes the entry of an id. For a while it can be taken back, unless there
   * is no room to keep it for that. `now` is in seconds since 1970.
   */
  remove(id: string, now: number): RemoveResult {
    if (!this.storeTail()) return "full";
    const line = this.lineOf(id);
    const entry = line === undefined ? undefined : readEntry(line);
    if (!entry || line === undefined) return "unknown";
    const kept = this.deleted(now);
    succeeds(() => writeDeleted(this.store, [{ line, at: now }].concat(kept)));
    const totals =
      withoutEntry(this.totals, entry, this.newestBut(id)) ||
      this.totalsWithout(id);
    return this.save(totals) ? "deleted" : "full";
  }

  /**
   * Puts an entry in the place of that of its id, which differs from it in answers
   * alone: no sum changes. Done twice, it is as done once.
   */
  replace(entry: HistoryEntry): ReplaceResult {
    if (!this.storeTail()) return "full";
    const id = entryId(entry);
    const there = this.lineOf(id);
    if (there === undefined || !readEntry(there)) return "unknown";
    const tail = packEntry(entry);
    const recent = this.totals.recent.map((line) =>
      packedId(line) === id ? tail : line,
    );
    return this.save({ ...this.totals, recent, tail }) ? "replaced" : "full";
  }

  /** Takes a deletion back. False when it cannot be, or there is no room. */
  undoRemove(id: string, now: number): boolean {
    if (!this.storeTail()) return false;
    const found = this.deleted(now).filter(({ line }) => packedId(line) === id);
    const entry = found[0] && readEntry(found[0].line);
    if (!entry || !this.save(withEntry(this.totals, entry))) return false;
    this.forgetDeleted(now);
    return true;
  }

  /** The deletions that can be taken back, the newest first; 10 at most. */
  deleted(now: number): DeletedEntry[] {
    return deletedIn(this.store, now).filter(({ line }) => {
      const there = this.lineOf(packedId(line));
      return there !== undefined && isDeletedLine(there);
    });
  }

  /** Forgets what was deleted too long ago to be taken back. */
  forgetDeleted(now: number): void {
    succeeds(() => writeDeleted(this.store, this.deleted(now)));
  }

  /**
   * Writes a value of another part of the app into the same store, and shortens
   * the oldest months where there is no room for it.
   * @throws When there is no room even so.
   */
  writeOther(key: string, value: string): void {
    if (!this.tryWrite(key, () => value)) throw new Error("the phone is full");
  }

  /**
   * Counts sessions in weeks that begin so many days before Monday, from now on.
   * Where there is no room to store it, the next start counts again.
   */
  beginWeeks(before: number): void {
    if (this.totals.weeks.before === before || !this.storeTail()) return;
    const weeks = this.entries().reduce(countEntry, noWeeks(before));
    this.totals = { ...this.totals, weeks };
    this.tryWrite(TOTALS, () => JSON.stringify(this.totals));
  }

  /** The newest month ("2019-03") that was shortened; empty for none. */
  shortenedUntil(): string {
    return shortenedUntil(this.store);
  }

  /** Every entry, oldest first. What cannot be read is left out. */
  entries(): HistoryEntry[] {
    return this.entriesOf(monthsOf(this.store));
  }

  /** The entries that began at a moment (seconds since 1970) or later, oldest first. */
  entriesSince(from: number): HistoryEntry[] {
    const first = monthOf(from);
    const months = monthsOf(this.store).filter((month) => month >= first);
    return this.entriesOf(months).filter((entry) => entryStart(entry) >= from);
  }

  private entriesOf(months: ReadonlyArray<string>): HistoryEntry[] {
    const entries: HistoryEntry[] = [];
    months.forEach((month) =>
      linesOf(this.store.getItem(month)).forEach((line) => {
        const entry = readEntry(line);
        if (entry) entries.push(entry);
      }),
    );
    return entries.sort((a, b) => entryStart(a) - entryStart(b));
  }

  /** The line of an id in its month; undefined when there is none. */
  private lineOf(id: string): string | undefined {
    return lineIn(this.store.getItem(monthKey(id)) || "", id);
  }

  /** Writes changed totals and puts their tail into its month, or does nothing. */
  private save(totals: Totals): boolean {
    const before = this.totals;
    this.totals = totals;
    if (!this.tryWrite(TOTALS, () => JSON.stringify(totals))) {
      this.totals = before;
      return false;
    }
    this.tailPending = true;
    if (this.storeTail()) return true;
    this.totals = before;
    this.tailPending = false;
    // There was room for it a moment ago.
    succeeds(() => this.store.setItem(TOTALS, JSON.stringify(before)));
    return false;
  }

  /** Puts the tail into its month. False when there is no room for it. */
  private storeTail(): boolean {
    const line = this.totals.tail;
    if (!this.tailPending || !line) return true;
    const key = monthKey(packedId(line));
    const text = (): string => this.store.getItem(key) || "";
    const done =
      withLine(text(), line) === text() ||
      this.tryWrite(key, () => withLine(text(), line));
    this.tailPending = !done;
    return done;
  }

  /** The newest packed entries, as many as are shown, without that of an id. */
  private newestBut(id: string): string[] {
    let newest: string[] = [];
    const months = monthsOf(this.store).reverse();
    for (let i = 0; i < months.length && newest.length < RECENT; i++) {
      const lines = linesOf(this.store.getItem(months[i]!));
      newest = newest.concat(
        lines.filter((line) => packedId(line) !== id && readEntry(line)),
      );
    }
    return newest;
  }

  /** Totals made anew from the months, with the deletion of an id as their tail. */
  private totalsWithout(id: string): Totals {
    const others = this.entries().filter((entry) => entryId(entry) !== id);
    const none = { ...NO_TOTALS, weeks: noWeeks(this.totals.weeks.before) };
    return { ...others.reduce(withEntry, none), tail: deletedLine(id) };
  }

  /**
   * Writes, and shortens the oldest months while there is no room. False when
   * nothing is left to shorten. `value` is asked again for each attempt.
   */
  private tryWrite(key: string, value: () => string): boolean {
    while (!succeeds(() => this.store.setItem(key, value()))) {
      if (!shortenOldest(this.store)) return false;
    }
    return true;
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
