import { Entry, idOf, lineOf, readLine, shortened, startOf } from "./entry";
import { KeyValueStore, storedJson, keysOf } from "../key-value-store";
import { NO_TOTALS, Totals, added, lineId, readTotals } from "./totals";

const TOTALS = "totals";
const MONTH = "h-";
/** The newest month of which details were given up; always as long as this. */
const FULL = "full";
const NEVER = "0000-00";

const VERSION = "version";

/**
 * How a store of version n becomes one of version n + 1. A step may be cut off
 * anywhere and is then done again. A new phone's store begins at 0.
 */
const STEPS: ReadonlyArray<(storage: KeyValueStore) => void> = [
  (storage) => storage.setItem(FULL, NEVER),
];

/** What became of an entry that was to be kept. */
export type Kept = "stored" | "known" | "full";

/** The month (UTC) of a session's id, which begins with its time. */
function monthOf(id: string): string {
  const seconds = Math.min(parseInt(id, 36) || 0, 4294967295);
  return MONTH + new Date(seconds * 1000).toISOString().slice(0, 7);
}

function has(month: string, id: string): boolean {
  return month.indexOf("\n" + id + " ") >= 0;
}

/**
 * Every session for ever: a key a month, its lines only ever appended, and the
 * totals. A save writes the totals first, with the new line as their tail, and
 * then the month: whatever moment the phone dies at, the entry is either not
 * there at all or found in the tail and put in its month at the next start.
 */
export class History {
  totals: Totals;
  /** The tail may not be in its month yet. */
  private loose = true;

  private constructor(private storage: KeyValueStore) {
    const totals = readTotals(storedJson(storage, TOTALS));
    this.totals = totals || NO_TOTALS;
    if (!totals) this.recount();
    this.fasten();
  }

  /**
   * Opens the store and mends what a sudden end left. Undefined when a newer
   * version of the app wrote it: then it is left alone.
   */
  static open(storage: KeyValueStore): History | undefined {
    const version = Number(storage.getItem(VERSION)) || 0;
    if (version > STEPS.length) return undefined;
    STEPS.slice(version).forEach((step, i) =>
      tryTo(() => {
        step(storage);
        storage.setItem(VERSION, String(version + i + 1));
      }),
    );
    return new History(storage);
  }

  /** Keeps an entry, unless it is there already or there is no room. */
  add(entry: Entry): Kept {
    const id = idOf(entry);
    if (!this.fasten()) return "full";
    if (has(this.storage.getItem(monthOf(id)) || "", id)) return "known";
    const before = this.totals;
    this.totals = added(before, entry);
    if (!this.write(TOTALS, () => JSON.stringify(this.totals))) {
      this.totals = before;
      return "full";
    }
    this.loose = true;
    if (this.fasten()) return "stored";
    this.totals = before;
    this.loose = false;
    // Shorter than what stands there, so it fits.
    tryTo(() => this.storage.setItem(TOTALS, JSON.stringify(before)));
    return "full";
  }

  /** Puts the tail in its month. False when there is no room for it. */
  private fasten(): boolean {
    const line = this.totals.tail;
    if (!this.loose || !line) return true;
    const id = lineId(line);
    const key = monthOf(id);
    const there = (): string => this.storage.getItem(key) || "";
    const done =
      has(there(), id) || this.write(key, () => there() + "\n" + line);
    this.loose = !done;
    return done;
  }

  /** Writes beside the history; throws when there is no room even so. */
  put(key: string, value: string): void {
    if (!this.write(key, () => value)) throw new Error("the phone is full");
  }

  /** Writes, giving up details of the oldest months when there is no room. */
  private write(key: string, value: () => string): boolean {
    while (!tryTo(() => this.storage.setItem(key, value()))) {
      if (!this.shortenOldest()) return false;
    }
    return true;
  }

  /** Months that hold entries, oldest first. */
  private months(): string[] {
    const months = keysOf(this.storage).filter(
      (key) => key.indexOf(MONTH) === 0,
    );
    return months.sort();
  }

  private linesOf(month: string): string[] {
    const text = this.storage.getItem(month) || "";
    return text.split("\n").filter((line) => line !== "");
  }

  /** Keeps date, minutes and sums of the oldest month that has more. */
  private shortenOldest(): boolean {
    const done = MONTH + this.shortenedUntil();
    for (const month of this.months()) {
      if (month < done) continue;
      const lines = this.linesOf(month);
      const short = lines.map((line) => {
        const entry = readLine(line);
        return entry ? lineOf(shortened(entry)) : line;
      });
      const text = short.map((line) => "\n" + line).join("");
      if (text.length >= lines.join("\n").length) continue;
      // Said before it is done, in a value that never grows.
      const until = month.slice(MONTH.length);
      if (until > this.shortenedUntil()) {
        if (!tryTo(() => this.storage.setItem(FULL, until))) return false;
      }
      return tryTo(() => this.storage.setItem(month, text));
    }
    return false;
  }

  /** The newest month ("2019-03") of which only the essentials are left. */
  shortenedUntil(): string {
    const until = this.storage.getItem(FULL) || "";
    return /^\d{4}-\d\d$/.test(until) && until !== NEVER ? until : "";
  }

  /** Counts everything again, from the months. */
  private recount(): void {
    const entries = this.entries();
    this.totals = entries.reduce(added, NO_TOTALS);
    if (entries.length) {
      this.write(TOTALS, () => JSON.stringify(this.totals));
    }
  }

  /** Every entry, oldest first. What cannot be read is left out. */
  entries(): Entry[] {
    const entries: Entry[] = [];
    this.months().forEach((month) =>
      this.linesOf(month).forEach((line) => {
        const entry = readLine(line);
        if (entry) entries.push(entry);
      }),
    );
    return entries.sort((a, b) => startOf(a) - startOf(b));
  }
}

/** False when it threw, which a storage does when it is full. */
function tryTo(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
