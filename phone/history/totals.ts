import { Weeks, counted, weekOf } from "../../common/weeks";
import { fieldsOf, wholeOr } from "../json";
import { HistoryEntry, entryOffset, entryStart } from "./entry";
import { packEntry } from "./packed-entry";
import { NO_SUMS, SUM_KEYS, Sums, addSums, readSums, sumsOf } from "./sums";

/** How many of the newest entries the totals hold: as many as the page shows. */
const RECENT = 10;

/** All that the page shows of the history, brought up to date by each save. */
export interface Totals extends Sums {
  weeks: Weeks;
  /** The newest entries, packed, newest first; 10 at most. */
  recent: string[];
  /** The entry saved last, packed: it counts here before it is in its month. */
  tail: string;
}

export const NO_TOTALS: Readonly<Totals> = {
  ...NO_SUMS,
  weeks: { from: 0, counts: "" },
  recent: [],
  tail: "",
};

/** Seconds since 1970, from the id with which a packed entry begins. */
function packedTime(line: string): number {
  return parseInt(line, 36) || 0;
}

/** The totals with one more entry, which also becomes their tail. */
export function withEntry(totals: Totals, entry: HistoryEntry): Totals {
  const line = packEntry(entry);
  const recent = totals.recent.concat(line);
  recent.sort((a, b) => packedTime(b) - packedTime(a));
  const offset = entryOffset(entry);
  return {
    ...addSums(totals, sumsOf(entry)),
    // A merged summary does not tell the weeks of its sessions.
    weeks:
      offset === undefined
        ? totals.weeks
        : counted(totals.weeks, weekOf(entryStart(entry), offset)),
    recent: recent.slice(0, RECENT),
    tail: line,
  };
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
  return whole ? (value as Totals) : undefined;
}
