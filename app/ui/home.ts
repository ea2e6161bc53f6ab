import { codeOf } from "../../common/exercise-codes";
import { SessionRecord, total } from "../../common/record";
import { Routine, routineSeconds } from "../../common/routine";
import * as board from "./view";
import { clockText, words } from "./words";

/** What home tells beside the routine as it will be done today. */
export interface HomeState {
  /** Start of the last session in seconds since 1970, and its minutes. */
  last: readonly [start: number, minutes: number, count?: number] | undefined;
  /** Sessions of this week. */
  count: number;
  /** The cues have been felt since the app was opened. */
  felt: boolean;
  /** Key of a message to show in place of the facts, or empty. */
  notice: string;
}

/** The part of a week's goal that is reached, 0 to 1. */
export function reached(count: number, goal: number): number {
  return Math.min(1, Math.max(0, count / goal));
}

/** Noon of the day, by the watch's own calendar, in ms. */
function noon(ms: number): number {
  return new Date(ms).setHours(12, 0, 0, 0);
}

/** When the last session was, or what to do before the first. */
function lastText({ last, felt }: HomeState): string {
  if (!last) return felt ? "" : words("feel");
  const days = Math.round((noon(Date.now()) - noon(last[0] * 1000)) / 86400000);
  if (days > 1) return words("last-days", last[1], days);
  return words(days === 1 ? "last-yesterday" : "last-today", last[1]);
}

/** The small picture of an exercise; empty for one of the runner's own. */
export function pictureOf(exercise: string): string {
  return codeOf(exercise) < 0 ? "" : "poses/" + exercise + ".png";
}

/** The routine, its length, the week, and one large start. */
export function drawHome(routine: Routine, home: HomeState): void {
  const { count, notice } = home;
  const items = routine.items.filter((item) => item.included);
  board.text("routine", routine.name);
  board.text("minutes", Math.round(routineSeconds(routine) / 60));
  board.text("unit", words("minutes"));
  board.text("count", count + "/" + routine.goal);
  board.ring(reached(count, routine.goal));
  for (let i = 0; i < PICTURES; i++) {
    const item = items[i];
    board.image("pose-" + i, item && !notice ? pictureOf(item.exercise) : "");
  }
  board.text("last", lastText(home));
  board.text("notice", notice && words(notice));
  board.show("facts", !notice);
}

/** Pictures that have room on the home screen. */
const PICTURES = 5;

/** What was done, once it is stored. */
export function drawSummary(
  record: SessionRecord,
  count: number,
  goal: number,
): void {
  const { items, heartRate, calories } = record;
  const completed = record.outcome === "completed";
  board.show("shape-completed", completed);
  board.show("shape-ended", !completed);
  board.text("outcome", words(completed ? "completed" : "ended"));
  board.text("time", clockText(record.activeSeconds * 1000));
  board.text("count", count + "/" + goal);
  board.text("sets", total(items.map((item) => item.sets)));
  board.text("reps", total(items.map((item) => total(item.reps))));
  if (heartRate) {
    board.text("heart", heartRate.average);
    board.text("heart-label", words("heart"));
  }
  if (calories !== undefined) {
    board.text("calories", calories);
    board.text("calories-label", words("calories"));
  }
}
