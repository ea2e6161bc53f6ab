import { ItemRecord, total } from "../../common/record";
import { CUSTOM } from "../../common/routine";
import { Entry, figuresOf, idOf, startOf } from "./entry";
import { SessionLine, sessionLine } from "./session-line";

/** Two digits. */
function two(n: number): string {
  return (n < 10 ? "0" : "") + n;
}

/** An ISO 8601 date with its offset: 2026-11-22T07:05:00+01:00. */
export function isoDate(seconds: number, offset: number): string {
  const local = new Date((seconds + offset * 60) * 1000).toISOString();
  const minutes = Math.abs(offset);
  const zone =
    (offset < 0 ? "-" : "+") +
    two(Math.floor(minutes / 60)) +
    ":" +
    two(minutes % 60);
  return local.slice(0, 19) + zone;
}

function offsetOf(entry: Entry): number {
  if (entry.kind === "merged") return 0;
  return entry.kind === "brief" ? entry.brief.offset : entry.record.offset;
}

function outcomeOf(entry: Entry): string {
  if (entry.kind === "merged") return "merged";
  const given = entry.kind === "brief" ? entry.brief : entry.record;
  return given.outcome;
}

/** What is left of one session, or of several that the watch melted. */
export interface SumsLine {
  id: string;
  outcome: string;
  /** Seconds since 1970; of several sessions, the newest. */
  start: number;
  offset: number;
  activeSeconds: number;
  sessions: number;
  sets: number;
  reps: number;
  holdSeconds: number;
}

/** An entry as a JSON value: a record, or the sums that are left of it. */
export function entryLine(entry: Entry): SessionLine | SumsLine {
  if (entry.kind === "session") return sessionLine(entry.record);
  const { sessions, active, sets, reps, hold } = figuresOf(entry);
  return {
    id: idOf(entry),
    outcome: outcomeOf(entry),
    start: startOf(entry),
    offset: offsetOf(entry),
    activeSeconds: active / 10,
    sessions,
    sets,
    reps,
    holdSeconds: hold / 10,
  };
}

/** The history as one JSON array, a line an entry. */
export function toJson(entries: ReadonlyArray<Entry>): string {
  const lines = entries.map((entry) => JSON.stringify(entryLine(entry)));
  return lines.length ? "[\n" + lines.join(",\n") + "\n]\n" : "[]\n";
}

const COLUMNS = [
  "id",
  "start",
  "outcome",
  "sessions",
  "active_seconds",
  "paused_seconds",
  "sets",
  "reps",
  "hold_seconds",
  "routine",
  "revision",
  "heart_average",
  "heart_max",
  "calories",
  "back_before",
  "back_after",
  "post_run",
  "exercises",
];

type Cell = string | number | boolean | undefined;

/**
 * A cell of a CSV row. Spreadsheets run what begins like a formula, so such
 * text gets an apostrophe in front (OWASP).
 */
function cell(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
  return /[",\r\n']/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

function itemText(item: ItemRecord): string {
  const done = total(item.reps)
    ? total(item.reps) + " reps"
    : total(item.holdSeconds) + " s";
  const name = item.exercise === CUSTOM ? item.name : item.exercise;
  return name + ": " + (item.skipped ? "skipped, " : "") + done;
}

function row(entry: Entry): Cell[] {
  const { sessions, active, sets, reps, hold } = figuresOf(entry);
  const record = entry.kind === "session" ? entry.record : undefined;
  const heart = record && record.heartRate;
  return [
    idOf(entry),
    isoDate(startOf(entry), offsetOf(entry)),
    outcomeOf(entry),
    sessions,
    active / 10,
    record && record.pausedSeconds,
    sets,
    reps,
    hold / 10,
    record && record.routine,
    record && record.revision,
    heart && heart.average,
    heart && heart.max,
    record && record.calories,
    record && record.backBefore,
    record && record.backAfter,
    record && record.postRun,
    record && record.items.map(itemText).join("; "),
  ];
}

/** The history as CSV (RFC 4180): a header and one row an entry. */
export function toCsv(entries: ReadonlyArray<Entry>): string {
  const rows = [COLUMNS as Cell[]].concat(entries.map(row));
  return rows.map((cells) => cells.map(cell).join(",") + "\r\n").join("");
}
