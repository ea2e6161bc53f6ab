import {
  Check,
  HeartRate,
  ItemRecord,
  SessionRecord,
} from "../../common/record";
import { CUSTOM } from "../../common/routine";
import { Change } from "../coach/state";
import { Cell, Columns, csvOf, isoDate } from "./csv";
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

/** What the coach changed after the session of an id. */
function changesOf(changes: ReadonlyArray<Change>, id: string): Change[] {
  return changes.filter(({ session }) => session === id);
}

/**
 * The history as one JSON array, with one line for each entry and what the coach
 * changed after it.
 */
export function toJson(
  entries: ReadonlyArray<HistoryEntry>,
  changes: ReadonlyArray<Change> = [],
): string {
  const lines = entries.map((entry) => {
    const own = changesOf(changes, entryId(entry));
    const line = entryLine(entry);
    return JSON.stringify(own.length ? { ...line, changes: own } : line);
  });
  return lines.length ? "[\n" + lines.join(",\n") + "\n]\n" : "[]\n";
}

/** An entry with its sums, and all that is known of it where it is one session. */
interface Row {
  entry: HistoryEntry;
  sums: SumsInSeconds;
  record: SessionRecord | undefined;
  /** What the coach changed after it. */
  changes: ReadonlyArray<Change>;
}

const COLUMNS: Columns<Row> = [
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
  ["mode", ({ record }) => checkOf(record).mode],
  ["leg_before", ({ record }) => checkOf(record).legBefore],
  ["leg_after", ({ record }) => checkOf(record).legAfter],
  ["effort", ({ record }) => checkOf(record).effort],
  ["morning_after", ({ record }) => checkOf(record).morning],
  ["first_side", ({ record }) => sideText(checkOf(record).firstSide)],
  ["run_minutes", ({ record }) => checkOf(record).runMinutes],
  ["changes", ({ changes }) => changes.map(changeText).join("; ") || undefined],
];

/** The answers of a session; none of one without a check. */
function checkOf(record: SessionRecord | undefined): Partial<Check> {
  return (record && record.check) || {};
}

function sideText(side: 0 | 1 | undefined): Cell {
  return side === undefined ? undefined : side === 0 ? "left" : "right";
}

function heartRate(
  record: SessionRecord | undefined,
  which: keyof HeartRate,
): Cell {
  return record && record.heartRate && record.heartRate[which];
}

function itemText(item: ItemRecord): string {
  const name = item.exercise === CUSTOM ? item.name : item.exercise;
  return name + ": " + doneText(item);
}

/**
 * The history as CSV: one row for each entry, with what the coach changed after
 * it, as rule:exercise:from>to. An empty cell was not asked or is not known.
 */
export function toCsv(
  entries: ReadonlyArray<HistoryEntry>,
  changes: ReadonlyArray<Change> = [],
): string {
  const rows = entries.map((entry) => {
    const record = entry.kind === "session" ? entry.record : undefined;
    const sums = sumsInSeconds(sumsOf(entry));
    const own = changesOf(changes, entryId(entry));
    return { entry, sums, record, changes: own };
  });
  return csvOf(COLUMNS, rows);
}

/** "D-6:plank:1>2", or "B-2:cobra:out" of a gate. */
function changeText({ rule, exercise, from, to, gate }: Change): string {
  return rule + ":" + exercise + ":" + (gate || from + ">" + to);
}
