import { EXERCISE_IDS } from "../../common/exercise-ids";
import { SessionRecord, total } from "../../common/record";
import { routineSeconds } from "../../common/routine";
import {
  PackedRoutine,
  goalOf,
  rebuildRoutine,
} from "../../common/routine-shape";
import { countOf, loadLast } from "../device/last";
import { forToday } from "../device/today";
import type { Stage } from "../stage";
import * as board from "./board";
import { clockText, words } from "./text";

/** Noon of the day, by the watch's own calendar, in ms. */
function noon(ms: number): number {
  return new Date(ms).setHours(12, 0, 0, 0);
}

/** When the last session was, or what to do before the first. */
function lastText(felt: boolean): string {
  const last = loadLast();
  if (!last) return felt ? "" : words("feel");
  const days = Math.round((noon(Date.now()) - noon(last[0] * 1000)) / 86400000);
  if (days > 1) return words("last-days", last[1], days);
  return words(days === 1 ? "last-yesterday" : "last-today", last[1]);
}

/** Sessions of the week of `seconds` as a part of the goal. */
function drawWeek(seconds: number, packed: PackedRoutine): void {
  const count = countOf(seconds);
  const goal = goalOf(packed);
  board.ring(Math.min(1, count / goal));
  board.text("count", count + "/" + goal);
}

/** The small picture of an exercise; empty for one of the runner's own. */
export function pictureOf(exercise: string): string {
  const code = EXERCISE_IDS.indexOf(exercise);
  return code < 0 ? "" : "poses/" + exercise + ".png";
}

/** The routine as it will be done today, its length, the week, one large start. */
export function drawHome(packed: PackedRoutine, stage: Stage): void {
  const { notice, feeling } = stage;
  const routine = rebuildRoutine(forToday(packed));
  const items = routine.items.filter((item) => item.included);
  board.text("routine", routine.name);
  board.text("minutes", Math.round(routineSeconds(routine) / 60));
  board.text("unit", words("minutes"));
  drawWeek(Date.now() / 1000, packed);
  for (let i = 0; i < PICTURES; i++) {
    const item = items[i];
    board.image("pose-" + i, item && !notice ? pictureOf(item.exercise) : "");
  }
  board.text("last", lastText(!!feeling));
  board.text("notice", notice && words(notice));
  board.show("last", !notice);
}

/** Pictures that have room on the home screen. */
const PICTURES = 5;

/** What was done, once it is stored. */
export function drawSummary(
  record: SessionRecord,
  packed: PackedRoutine,
): void {
  const { items, heartRate, calories } = record;
  const completed = record.outcome === "completed";
  board.show("shape-completed", completed);
  board.show("shape-ended", !completed);
  board.text("outcome", words(completed ? "completed" : "ended"));
  board.text("time", clockText(record.activeSeconds * 1000));
  drawWeek(record.start, packed);
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
