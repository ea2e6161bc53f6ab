import { weekOf } from "../../common/weeks";
import { lowerMedian } from "./back";
import { HistoryEntry } from "../history/entry";
import { CoachSession, coachSession } from "./session";
import { Change } from "./state";

/** One week of the chart and of the export. */
export interface CoachWeek {
  /** As `weekOf` numbers it. */
  week: number;
  sessions: number;
  /** Of these, the easy ones. */
  easy: number;
  /** The back before sessions at rest: lower median, least, greatest, answers. */
  median: number | undefined;
  least: number | undefined;
  greatest: number | undefined;
  answers: number;
  /** The lower median before sessions after a run, and its answers. */
  runMedian: number | undefined;
  runAnswers: number;
  /** Exercises whose dose went up or down, that went out, or came in again. */
  up: string[];
  down: string[];
  out: string[];
  in: string[];
}

/** The answers before sessions, after runs or at rest. */
function backsOf(
  sessions: ReadonlyArray<CoachSession>,
  postRun: boolean,
): number[] {
  return sessions
    .filter((one) => one.postRun === postRun)
    .map(({ before }) => before)
    .filter((back): back is number => back !== undefined);
}

function exercisesOf(
  changes: ReadonlyArray<Change>,
  fits: (change: Change) => boolean,
): string[] {
  return changes.filter(fits).map(({ exercise }) => exercise);
}

/** What happened in a week. */
function weekFrom(
  week: number,
  sessions: ReadonlyArray<CoachSession>,
  changes: ReadonlyArray<Change>,
): CoachWeek {
  const rest = backsOf(sessions, false);
  const run = backsOf(sessions, true);
  const done = changes.filter(({ waits }) => !waits);
  return {
    week,
    sessions: sessions.length,
    easy: sessions.filter(({ check }) => check && check.mode === "easy").length,
    median: lowerMedian(rest),
    least: rest.length ? Math.min(...rest) : undefined,
    greatest: rest.length ? Math.max(...rest) : undefined,
    answers: rest.length,
    runMedian: lowerMedian(run),
    runAnswers: run.length,
    up: exercisesOf(done, ({ gate, from, to }) => !gate && to > from),
    down: exercisesOf(done, ({ gate, from, to }) => !gate && to < from),
    out: exercisesOf(done, ({ gate }) => gate === "out" || gate === "closed"),
    in: exercisesOf(done, ({ gate }) => gate === "in"),
  };
}

/**
 * The weeks from one to another, both with them. Weeks begin so many days before
 * Monday; a session lies in the week of its own clock, a change in that of `offset`.
 */
export function coachWeeks(
  sessions: ReadonlyArray<CoachSession>,
  changes: ReadonlyArray<Change>,
  from: number,
  to: number,
  before: number,
  offset: number,
): CoachWeek[] {
  const weeks: CoachWeek[] = [];
  for (let week = from; week <= to; week++) {
    weeks.push(
      weekFrom(
        week,
        sessions.filter(
          (one) => weekOf(one.start, one.offset, before) === week,
        ),
        changes.filter(({ at }) => weekOf(at, offset, before) === week),
      ),
    );
  }
  return weeks;
}

/** Every week from the first session to the newest, oldest first, without changes. */
export function weeksOf(
  entries: ReadonlyArray<HistoryEntry>,
  before: number,
): CoachWeek[] {
  const sessions = entries.map(coachSession);
  const weeks = sessions.map(({ start, offset }) =>
    weekOf(start, offset, before),
  );
  if (!weeks.length) return [];
  const byWeek: { [week: number]: CoachSession[] } = {};
  sessions.forEach((session, i) => {
    const week = weeks[i]!;
    byWeek[week] = (byWeek[week] || []).concat(session);
  });
  const all: CoachWeek[] = [];
  const last = Math.max(...weeks);
  for (let week = Math.min(...weeks); week <= last; week++)
    all.push(weekFrom(week, byWeek[week] || [], []));
  return all;
}
