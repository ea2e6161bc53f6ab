import { Routine } from "../../common/routine";
import { weekOf } from "../../common/weeks";
import { Decision, LoneCheck } from "../../common/wire/coach";
import { CORRECTABLE } from "./answers";
import { checksSince, newestChecks, readChecks } from "./checks";
import { goalIn, readGoals } from "./goals";
import { fieldsOf, fromJson, wholeOr } from "../json";
import { KeyValueStore } from "../key-value-store";
import {
  readForeign,
  readLinkState,
  readRefused,
  readRoutineState,
  routineOf,
} from "../link-state";
import { HistoryEntry } from "./entry";
import { History } from "./history";
import { readEntries } from "./packed-entry";
import { RefusedAnswer, readRefusedAnswer } from "./refused-answer";
import { RestoreAnswer, readRestoreAnswer } from "./restore-answer";
import { MAX_SUM, Sums, pickSums, readSums } from "./sums";
import { NO_TOTALS } from "./totals";
import { countIn, rowTo } from "./week-counts";

/** Why new sessions are not stored: no room, or a newer app wrote the history. */
export type Trouble = "" | "full" | "newer";

/** How the request to play the cues on the watch went; empty for none. */
export type CueDemoAnswer = "" | "sent" | "closed";

/** All that the settings page knows of history and watch. */
export interface Summary {
  /** Sums over all sessions; times in tenths of a second. */
  totals: Sums;
  /** The newest entries, newest first; 10 at most. */
  recent: HistoryEntry[];
  /** Checks without a session that can be corrected, newest first; 10 at most. */
  checks: LoneCheck[];
  /** The week in which this was written, as `weekOf` numbers it. */
  week: number;
  /** Sessions in that week. */
  count: number;
  /** Weeks in a row before that week that reached what was their goal. */
  streak: number;
  /** Weeks between these that did not, and were spared. */
  spares: number;
  /** Revision of the phone's newest routine. */
  revision: number;
  /** Revision of the watch's routine; -1 when the watch never reported one. */
  onWatch: number;
  /** When the watch first reported `onWatch`: seconds since 1970, 0 for never. */
  since: number;
  /** When anything last came from the watch: seconds since 1970, 0 for never. */
  seen: number;
  /** Sessions that the watch holds and the phone has not acknowledged. */
  waiting: number;
  /** How many files of the watch could not be used. */
  refused: number;
  /** Why the newest of them was refused. */
  why: string;
  trouble: Trouble;
  /** The newest month ("2019-03") that was shortened; empty for none. */
  shortened: string;
  cueDemo: CueDemoAnswer;
  /** Deleted entries that can be taken back, the newest deletion first. */
  deleted: HistoryEntry[];
  /** How the newest restoring of an export went; undefined for none. */
  restored: RestoreAnswer | undefined;
  /** Why the newest correction of an answer was refused; undefined for none. */
  uncorrected: RefusedAnswer | undefined;
  /** A routine on the watch that the phone did not make; undefined for none. */
  foreign: Routine | undefined;
}

/** What the companion knows beyond its stores. */
export interface CompanionState {
  /** Seconds since 1970. */
  now: number;
  /** Minutes east of UTC. */
  offset: number;
  /** Sessions a week that are meant, 1 to 7. */
  goal: number;
  trouble: Trouble;
  cueDemo: CueDemoAnswer;
  restored: RestoreAnswer | undefined;
  uncorrected: RefusedAnswer | undefined;
}

/** Whether a week has a stored "not today". */
function restedWeeks(
  local: KeyValueStore,
  before: number,
): (week: number) => boolean {
  const weeks = checksSince(local, 0)
    .filter(({ decision }) => decision === Decision.NotToday)
    .map(({ at, offset }) => weekOf(at, offset, before));
  return (week) => weeks.indexOf(week) >= 0;
}

/**
 * The summary as JSON, for the page to read. It takes as long for a history of
 * any length.
 */
export function summaryText(
  local: KeyValueStore,
  history: History | undefined,
  state: CompanionState,
): string {
  const totals = history ? history.totals : NO_TOTALS;
  const { weeks } = totals;
  const week = weekOf(state.now, state.offset, weeks.before);
  const goals = readGoals(local);
  const link = readLinkState(local);
  const refused = readRefused(local);
  const last = refused.newest[0];
  const { streak, spares } = rowTo(
    weeks,
    week - 1,
    (one) => goalIn(goals, one, state.goal),
    restedWeeks(local, weeks.before),
  );
  return JSON.stringify({
    totals: pickSums(totals),
    recent: totals.recent,
    checks: newestChecks(local, state.now - CORRECTABLE),
    week,
    count: countIn(weeks, week),
    streak,
    spares,
    revision: readRoutineState(local).revision,
    onWatch: link.watch ? link.watch.revision : -1,
    since: link.since,
    seen: link.seen,
    waiting: link.watch ? link.watch.waiting : 0,
    refused: refused.count,
    why: last ? last.why : "",
    trouble: state.trouble,
    shortened: history ? history.shortenedUntil() : "",
    feel: state.cueDemo,
    deleted: history ? history.deleted(state.now).map(({ line }) => line) : [],
    restored: state.restored,
    uncorrected: state.uncorrected,
    foreign: readForeign(local),
  });
}

function readForeignRoutine(value: unknown): Routine | undefined {
  const { revision, content } = fieldsOf(value);
  const routine = typeof content === "string" ? routineOf(content) : undefined;
  return routine && { ...routine, revision: wholeOr(revision, 0) };
}

/** Reads a summary. What is missing or wrong in it becomes 0, empty or "never". */
export function readSummary(text: unknown): Summary {
  const fields = fieldsOf(fromJson(text));
  const number = (value: unknown): number => wholeOr(value, 0, MAX_SUM);
  const word = <T extends string>(value: unknown, known: T[]): T | "" =>
    known.filter((one) => one === value)[0] || "";
  const shortened = fields.shortened;
  return {
    totals: readSums(fieldsOf(fields.totals), 0),
    recent: readEntries(fields.recent),
    checks: readChecks(fields.checks),
    week: number(fields.week),
    count: number(fields.count),
    streak: number(fields.streak),
    spares: number(fields.spares),
    revision: number(fields.revision),
    onWatch: wholeOr(fields.onWatch, -1),
    since: number(fields.since),
    seen: number(fields.seen),
    waiting: number(fields.waiting),
    refused: number(fields.refused),
    why: typeof fields.why === "string" ? fields.why : "",
    trouble: word(fields.trouble, ["full", "newer"]),
    shortened:
      typeof shortened === "string" && /^\d{4}-\d\d$/.test(shortened)
        ? shortened
        : "",
    cueDemo: word(fields.feel, ["sent", "closed"]),
    deleted: readEntries(fields.deleted),
    restored: readRestoreAnswer(fields.restored),
    uncorrected: readRefusedAnswer(fields.uncorrected),
    foreign: readForeignRoutine(fields.foreign),
  };
}

/**
 * Sessions in a week, and weeks in a row that reached the goal (sessions a
 * week). The week may be later than the one in which the summary was written.
 */
export function weekView(
  summary: Summary,
  week: number,
  goal: number,
): { count: number; streak: number } {
  const { count, streak } = summary;
  const reached = count >= goal ? streak + 1 : 0;
  if (week === summary.week) return { count, streak: reached || streak };
  return { count: 0, streak: week === summary.week + 1 ? reached : 0 };
}
