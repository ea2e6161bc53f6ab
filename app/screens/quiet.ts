import { SessionRecord, total } from "../../common/record";
import { Routine, routineSeconds } from "../../common/routine";
import { Board } from "./board";
import { clockText, words } from "./text";

/** What the home screen shows. */
export interface HomeState {
  routine: Routine;
  /** Start of the last session in seconds since 1970, and its minutes. */
  last: readonly [start: number, minutes: number] | undefined;
  /** Key of a message to show instead of the facts, or empty. */
  notice: string;
}

/** Noon of the day, by the watch's own calendar, in ms. */
function noon(ms: number): number {
  return new Date(ms).setHours(12, 0, 0, 0);
}

function lastText(last: HomeState["last"]): string {
  if (!last) return "";
  const days = Math.round((noon(Date.now()) - noon(last[0] * 1000)) / 86400000);
  if (days > 1) return words("last-days", last[1], days);
  return words(days === 1 ? "last-yesterday" : "last-today", last[1]);
}

/** The routine, its length, and one large start. */
export function drawHome(board: Board, home: HomeState): void {
  const { routine, notice } = home;
  const count = routine.items.filter((item) => item.included).length;
  board.text("routine", routine.name);
  board.text(
    "minutes",
    words("minutes", Math.round(routineSeconds(routine) / 60)),
  );
  board.text("exercises", words(count > 1 ? "exercises" : "exercise", count));
  board.text("last", lastText(home.last));
  board.text("notice", notice && words(notice));
  board.show("exercises", !notice);
  board.show("last", !notice);
}

/** What was done, once it is stored. */
export function drawSummary(board: Board, record: SessionRecord): void {
  const { items, heartRate, calories } = record;
  const completed = record.outcome === "completed";
  board.show("shape-completed", completed);
  board.show("shape-ended", !completed);
  board.text("outcome", words(completed ? "completed" : "ended"));
  board.text("time", clockText(record.activeSeconds * 1000));
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
