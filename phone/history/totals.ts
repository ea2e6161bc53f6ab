import { WEEK_STARTS } from "../../common/routine";
import { weekOf } from "../../common/weeks";
import { fieldsOf, wholeOr } from "../json";
import { HistoryEntry, entryId, entryOffset, entryStart } from "./entry";
import { deletedLine, packEntry } from "./packed-entry";
import {
  NO_SUMS,
  SUM_KEYS,
  Sums,
  addSums,
  readSums,
  subtractSums,
  sumsOf,
} from "./sums";
import {
  MOST_IN_WEEK,
  Weeks,
  countIn,
  counted,
  noWeeks,
  uncounted,
} from "./week-counts";

/** How many of the newest entries the totals hold: as many as the page shows. */
export const RECENT = 10;

/** All that the page shows of the history, brought up to date by each save. */
export interface Totals extends Sums {
  weeks: Weeks;
  /** The newest entries, packed, newest first; 10 at most. */
  recent: string[];
  /**
   * The line saved last, of an entry or of a deleted one: it counts here before
   * it is in its month.
   */
  tail: string;
}

export const NO_TOTALS: Readonly<Totals> = {
  ...NO_SUMS,
  weeks: noWeeks(0),
  recent: [],
  tail: "",
};

/** Seconds since 1970, from the id with which a packed entry begins. */
function packedTime(line: string): number {
  return parseInt(line, 36) || 0;
}

/** The weeks with one more entry in its own, by the clock where it was done. */
export function countEntry(weeks: Weeks, entry: HistoryEntry): Weeks {
  const offset = entryOffset(entry);
  // A merged summary does not tell the weeks of its sessions.
  return offset === undefined
    ? weeks
    : counted(weeks, weekOf(entryStart(entry), offset, weeks.before));
}

/** The totals with one more entry, which also becomes their tail. */
export function withEntry(totals: Totals, entry: HistoryEntry): Totals {
  const line = packEntry(entry);
  return {
    ...addSums(totals, sumsOf(entry)),
    weeks: countEntry(totals.weeks, entry),
    recent: newestOf(totals.recent.concat(line)),
    tail: line,
  };
}

/** The newest of some packed entries, newest first; 10 at most. */
export function newestOf(lines: ReadonlyArray<string>): string[] {
  return lines
    .slice()
    .sort((a, b) => packedTime(b) - packedTime(a))
    .slice(0, RECENT);
}

/**
 * The totals without an entry that is in them, whose deletion becomes their
 * tail; `newest` is what has to be shown in the place of the entries that they
 * hold now. Undefined where they do not tell enough: they have to be made anew.
 */
export function withoutEntry(
  totals: Totals,
  entry: HistoryEntry,
  newest: ReadonlyArray<string>,
): Totals | undefined {
  const offset = entryOffset(entry);
  let { weeks } = totals;
  if (offset !== undefined) {
    const week = weekOf(entryStart(entry), offset, weeks.before);
    if (countIn(weeks, week) === MOST_IN_WEEK) return undefined;
    weeks = uncounted(weeks, week);
  }
  const recent = newestOf(newest);
  const tail = deletedLine(entryId(entry));
  return { ...subtractSums(totals, sumsOf(entry)), weeks, recent, tail };
}

/** Reads stored totals; undefined when any part is missing or wrong. */
export function readTotals(value: unknown): Totals | undefined {
  const fields = fieldsOf(value);
  const sums = readSums(fields, -1);
  const weeks = fieldsOf(fields.weeks);
  const recent = fields.recent;
  const whole =
    SUM_KEYS.every((key) => sums[key] >= 0) &&
    wholeOr(weeks.from, -1) >= 0 &&
    typeof weeks.counts === "string" &&
    /^[0-9a-z]*$/.test(weeks.counts) &&
    Array.isArray(recent) &&
    recent.every((line) => typeof line === "string") &&
    typeof fields.tail === "string";
  if (!whole) return undefined;
  // Totals from before weeks could begin otherwise tell nothing of it: on Monday.
  const before = wholeOr(weeks.before, 0, WEEK_STARTS.length - 1);
  const totals = value as Totals;
  return { ...totals, weeks: { ...totals.weeks, before } };
}
