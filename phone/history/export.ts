import { HeartRate, ItemRecord, SessionRecord } from "../../common/record";
import { CUSTOM } from "../../common/routine";
import { doneText } from "./done";
import {
  HistoryEntry,
  entryId,
  entryOffset,
  entryOutcome,
  entryStart,
} from "./entry";
import { SessionLine, sessionLine } from "./session-line";
import { SumsInSeconds, sumsInSeconds, sumsOf } from "./sums";

/** Two digits. */
function two(n: number): string {
  return (n < 10 ? "0" : "") + n;
}

/** An ISO 8601 date with its offset: 2026-11-22T07:05:00+01:00. */
function isoDate(seconds: number, offset: number): string {
  const local = new Date((seconds + offset * 60) * 1000).toISOString();
  const minutes = Math.abs(offset);
  const zone =
    (offset < 0 ? "-" : "+") +
    two(Math.floor(minutes / 60)) +
    ":" +
    two(minutes % 60);
  return local.slice(0, 19) + zone;
}

/** "merged" for several sessions, whose outcomes differ. */
function outcomeText(entry: HistoryEntry): string {
  return entryOutcome(entry) || "merged";
}

/** What is known of a brief session, or of several that the watch merged. */
export interface SumsLine extends SumsInSeconds {
  id: string;
  /** An outcome, or "merged". */
  outcome: string;
  /** Seconds since 1970; of several sessions, the newest. */
  start: number;
  /** The oldest of several sessions. */
  firstStart?: number;
  /** Minutes east of UTC; 0 for several sessions. */
  offset: number;
}

/** An entry as a JSON value: the session, or its sums where no more is known. */
export function entryLine(entry: HistoryEntry): SessionLine | SumsLine {
  if (entry.kind === "session") return sessionLine(entry.record);
  return {
    id: entryId(entry),
    outcome: outcomeText(entry),
    start: entryStart(entry),
    ...(entry.kind === "merged" ? { firstStart: entry.merged.firstStart } : {}),
    offset: entryOffset(entry) || 0,
    ...sumsInSeconds(sumsOf(entry)),
  };
}

/** The history as one JSON array, with one line for each entry. */
export function toJson(entries: ReadonlyArray<HistoryEntry>): string {
  const lines = entries.map((entry) => JSON.stringify(entryLine(entry)));
  return lines.length ? "[\n" + lines.join(",\n") + "\n]\n" : "[]\n";
}

/** What a cell holds; undefined leaves it empty. */
type Cell = string | number | boolean | undefined;

/** An entry with its sums, and all that is known of it where it is one session. */
interface Row {
  entry: HistoryEntry;
  sums: SumsInSeconds;
  record: SessionRecord | undefined;
}

/** The columns of the CSV in their order: the header and the value below it. */
const COLUMNS: ReadonlyArray<[header: string, valueOf: (row: Row) => Cell]> = [
  ["id", ({ entry }) => entryId(entry)],
  ["start", ({ entry }) => isoDate(entryStart(entry), entryOffset(entry) || 0)],
  ["outcome", ({ entry }) => outcomeText(entry)],
  ["sessions", ({ sums }) => sums.sessions],
  ["active_seconds", ({ sums }) => sums.activeSeconds],
  ["paused_seconds", ({ record }) => record && record.pausedSeconds],
  ["sets", ({ sums }) => sums.sets],
  ["reps", ({ sums }) => sums.reps],
  ["hold_seconds", ({ sums }) => sums.holdSeconds],
  ["routine", ({ record }) => record && record.routine],
  ["revision", ({ record }) => record && record.revision],
  ["heart_average", ({ record }) => heartRate(record, "average")],
  ["heart_max", ({ record }) => heartRate(record, "max")],
  ["calories", ({ record }) => record && record.calories],
  ["back_before", ({ record }) => record && record.backBefore],
  ["back_after", ({ record }) => record && record.backAfter],
  ["post_run", ({ record }) => record && record.postRun],
  [
    "exercises",
    ({ record }) => record && record.items.map(itemText).join("; "),
  ],
];

function heartRate(
  record: SessionRecord | undefined,
  which: keyof HeartRate,
): Cell {
  return record && record.heartRate && record.heartRate[which];
}

/**
 * A text that a spreadsheet would run as a formula (OWASP, "CSV Injection"):
 * it begins with one of these signs, perhaps in a wide form and behind blanks,
 * or with a tab or a line break.
 */
const FORMULA =
  /^([\t\r\n]|[\s\u200b\u2060\ufeff]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/;

/** The text of a cell; what would be a formula gets an apostrophe in front. */
function cellText(value: Cell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? "'" + value : value;
  return /[",\r\n']/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

function itemText(item: ItemRecord): string {
  const name = item.exercise === CUSTOM ? item.name : item.exercise;
  return name + ": " + doneText(item);
}

function cells(entry: HistoryEntry): Cell[] {
  const sums = sumsInSeconds(sumsOf(entry));
  const record = entry.kind === "session" ? entry.record : undefined;
  return COLUMNS.map(([, valueOf]) => valueOf({ entry, sums, record }));
}

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * The history as CSV (RFC 4180): a byte-order mark, a header, and one row for
 * each entry.
 */
export function toCsv(entries: ReadonlyArray<HistoryEntry>): string {
  const headers: Cell[] = COLUMNS.map(([header]) => header);
  const rows = [headers].concat(entries.map(cells));
  const lines = rows.map((row) => row.map(cellText).join(",") + "\r\n");
  return BYTE_ORDER_MARK + lines.join("");
}
