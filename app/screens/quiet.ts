import { SessionRecord, total } from "../../common/record";
import { Routine, routineSeconds } from "../../common/routine";
import { Session } from "../session/session";
import { Board } from "./board";
import { clockText, itemOf, nameOf, setOf, sideOf, words } from "./text";

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

/** Paused: go on, jump, or ask to end. */
export function drawPaused(board: Board, session: Session): void {
  const { player } = session;
  const { plan, step } = player;
  const side = sideOf(plan, step);
  board.text("phase", words("paused"));
  board.text("exercise", nameOf(itemOf(plan, step)));
  board.text("set", setOf(plan, step) + (side && " · " + side));
  const left = clockText(player.sessionLeft(session.now()));
  board.text("remaining", words("left-over", left));
}

/** Asks before a session ends; the session goes on behind the question. */
export function drawConfirm(board: Board): void {
  board.text("question", words("end-question"));
  board.text("detail", words("end-detail"));
}

/** Offers to go on with a session that the watch did not finish. */
export function drawResume(board: Board, session: Session): void {
  const { plan, step } = session.player;
  board.text("question", words("resume-question"));
  board.text("detail", nameOf(itemOf(plan, step)) + " · " + setOf(plan, step));
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

/** Something went wrong that the runner should know of. */
export function drawError(board: Board, detail: string): void {
  board.text("title", words("error-title"));
  board.text("detail", detail);
}
