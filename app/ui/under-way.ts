import { POSITIONS } from "../../common/watch-positions";
import { FlatRoutine, I, sidesOf } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { Phase, S, Session, stepLeft } from "../session/session";
import { moveFigure, showFigure } from "./figure";
import * as view from "./view";
import { nameOf, words } from "./words";

// A session under way: work, and the waits between.

const MINT = "#43e8a5";
const SLATE = "#3d5567";
const AMBER = "#ffc94a";

/** Pixels from one set's dot to the next. */
const DOTS_APART = 18;

/** Names of the phases, by their numbers, as in views and language files. */
// prettier-ignore
const NAMES = [
  "done", "rest", "", "ready", "between", "switch",
  "", "", "", "", "", "", "lift", "hold", "lower",
];

/** The step and the set that are drawn. */
let step = -1;
let set = -1;
/** The shape above the phase that is shown, or empty. */
let shape = "";

/** How to lie or stand, or empty for an exercise of the runner's own. */
function positionOf(routine: FlatRoutine, row: number): string {
  const position = POSITIONS.split(" ")[routine[row + I.What]!];
  return position ? words("on-" + position) : "";
}

/** Which set of the item at `row` this is, such as "Set 2 of 3". */
export function setOf(session: Session, row: number): string {
  const sets = session[S.Routine][row + I.Sets]!;
  return words("set-of", session[S.Set] + 1, sets);
}

/** The side that is meant, or empty where the item at `row` has only one. */
export function sideOf(session: Session, row: number): string {
  if (sidesOf(session[S.Routine], row) < 2) return "";
  return words(session[S.Side] ? "right-side" : "left-side");
}

/** A dot for each set: done, under way, to come. */
function drawDots(sets: number, set: number): void {
  for (let i = 0; i < sets; i++) {
    const id = "dot-" + i;
    view.put(id, "cx", 168 + (i - (sets - 1) / 2) * DOTS_APART);
    view.setShown(id, true);
    view.dress(id, "fill", i < set ? MINT : i === set ? "white" : SLATE);
  }
}

/** What stays the same through a set and side: the figure, its side, the dots. */
function drawSet(session: Session, row: number, works: boolean): void {
  const routine = session[S.Routine];
  const sided = sidesOf(routine, row) > 1;
  const right = session[S.Side];
  const what: unknown = routine[row + I.What];
  const custom = typeof what === "string";
  view.text("side-left", sided && !right ? words("left") : "");
  view.text("side-right", sided && right ? words("right") : "");
  showFigure(custom ? -1 : routine[row]!, sided && !right);
  if (works) {
    /* @__NOINLINE__ */ drawDots(routine[row + I.Sets]!, session[S.Set]);
    view.text("exercise", custom ? what : "");
    return;
  }
  view.text("next", nameOf(routine, row));
  view.text(
    "detail",
    session[S.Phase] === Phase.Switch
      ? sideOf(session, row)
      : session[S.Set]
        ? setOf(session, row)
        : positionOf(routine, row),
  );
}

/** What stays the same through a step. */
function drawStep(session: Session, row: number): void {
  const phase = session[S.Phase];
  const works = phase >= Phase.Lift;
  const routine = session[S.Routine];
  const name = NAMES[phase]!;
  const now = (session[S.Row] * 10 + session[S.Set]) * 2 + session[S.Side];
  const next = "shape-" + (phase === Phase.Between ? "next" : name);
  if (next !== shape) {
    if (shape) view.setShown(shape, false);
    view.setShown(next, true);
    shape = next;
  }
  view.text("phase", words(name));
  if (!works || now !== set) /* @__NOINLINE__ */ drawSet(session, row, works);
  set = now;
  if (!works) return;
  const colour = phase === Phase.Hold ? AMBER : MINT;
  view.dress("phase", "fill", colour);
  view.dress("ring", "fill", colour);
  if (routine[row + I.Flags]! & ItemFlag.Held) return;
  const rep = session[S.Rep];
  view.text("number", rep + 1);
  view.ring((rep + (phase === Phase.Lift ? 0 : 0.5)) / routine[row + I.Reps]!);
  if (phase !== Phase.Hold) {
    moveFigure(phase === Phase.Lift, session[S.Length] / 1000);
  }
}

/** The item at, or ahead of, a session; the last one at the end. */
function rowOf(session: Session): number {
  return Math.min(session[S.Row], session[S.Routine].length - I.Size);
}

/** Draws what a second changes: the seconds left, and of a hold how much is done. */
export function drawSecond(session: Session): void {
  const row = rowOf(session);
  const phase = session[S.Phase];
  const left = stepLeft(session);
  // 1 until the very end.
  const seconds = left > 0 ? Math.ceil(left / 1000) : 0;
  const held = session[S.Routine][row + I.Flags]! & ItemFlag.Held;
  if (phase < Phase.Lift || held) view.text("number", seconds);
  else if (phase === Phase.Hold) view.text("phase", words("hold-for", seconds));
  if (phase >= Phase.Lift && held)
    view.ring(1 - left / (session[S.Length] || 1));
}

/** Draws a session under way. `opened` tells that its view has just been opened. */
export function drawSession(session: Session, opened: boolean): void {
  if (opened) {
    step = set = -1;
    // What the view shows by itself.
    shape = view.currentView() === "rest" ? "shape-rest" : "";
  }
  if (step !== session[S.Step]) {
    step = session[S.Step];
    /* @__NOINLINE__ */ drawStep(session, rowOf(session));
  }
  drawSecond(session);
}
