import { Entry, Figures, figuresOf, lineOf, startOf } from "./entry";
import { fieldsOf, wholeOr } from "../keyed";
import { weekOf } from "../../common/weeks";
import { Weeks, counted } from "./week-counts";

/** How many of the newest entries stay at hand. */
export const RECENT = 10;

/** All that the page shows of the history, kept up to date by each save. */
export interface Totals extends Figures {
  weeks: Weeks;
  /** Stored lines of the newest entries, newest first. */
  recent: string[];
  /** The line saved last: it counts here before it is in its month. */
  tail: string;
}

export const NO_TOTALS: Totals = {
  sessions: 0,
  active: 0,
  sets: 0,
  reps: 0,
  hold: 0,
  weeks: { from: 0, counts: "" },
  recent: [],
  tail: "",
};

/** The id at the beginning of a stored line. */
export function lineId(line: string): string {
  return line.slice(0, line.indexOf(" "));
}

/** Seconds since 1970 in an id, which sort entries without reading them. */
function idTime(line: string): number {
  return parseInt(line, 36) || 0;
}

/** The totals with one more entry, which also becomes their tail. */
export function added(totals: Totals, entry: Entry): Totals {
  const figures = figuresOf(entry);
  const line = lineOf(entry);
  const recent = totals.recent.concat(line);
  recent.sort((a, b) => idTime(b) - idTime(a));
  const offset =
    entry.kind === "session"
      ? entry.record.offset
      : entry.kind === "brief"
        ? entry.brief.offset
        : undefined;
  return {
    sessions: totals.sessions + figures.sessions,
    active: totals.active + figures.active,
    sets: totals.sets + figures.sets,
    reps: totals.reps + figures.reps,
    hold: totals.hold + figures.hold,
    // A summary of many sessions does not tell their weeks.
    weeks:
      offset === undefined
        ? totals.weeks
        : counted(totals.weeks, weekOf(startOf(entry), offset)),
    recent: recent.slice(0, RECENT),
    tail: line,
  };
}

/** Reads stored totals; undefined when they are not whole. */
export function readTotals(value: unknown): Totals | undefined {
  const fields = fieldsOf(value);
  const weeks = fieldsOf(fields.weeks);
  const recent = fields.recent;
  const numbers = ["sessions", "active", "sets", "reps", "hold"] as const;
  const whole =
    numbers.every((key) => wholeOr(fields[key], -1, 1e15) >= 0) &&
    wholeOr(weeks.from, -1) >= 0 &&
    typeof weeks.counts === "string" &&
    /^[0-9a-z]*$/.test(weeks.counts) &&
    Array.isArray(recent) &&
    recent.every((line) => typeof line === "string") &&
    typeof fields.tail === "string";
  return whole ? (value as Totals) : undefined;
}
