import { MINT, SLATE } from "../../common/colours";
import { POSITIONS } from "../../common/watch-positions";
import {
  FlatRoutine,
  I,
  R,
  secondsFrom,
  sidesOf,
} from "../../common/wire/flat-routine";
import { Phase, S, Session, sideNow, stepLeft } from "../session/session";
import { Fit, PHASES } from "./generation";
import { moveFigure, showFigure } from "./figure";
import { putName } from "./name";
import * as view from "./view";
import { idOf, nameOf, words } from "./words";

// A session under way: work, and the waits between.

const AMBER = "#ffc94a";

/** Most rounds of a circuit: as many as the settings page offers. */
const MOST_ROUNDS = 10;

/** Pixels from one set's dot to the next. */
const DOTS_APART = 18;

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
  return words(sideNow(session) ? "right-side" : "left-side");
}

/** A dot for each set: done, under way, to come. */
function drawDots(sets: number, set: number): void {
  for (let i = 0; i < sets; i++) {
    const id = "dot-" + i;
    view.put(id, "cx", Fit.Middle + (i - (sets - 1) / 2) * DOTS_APART);
    view.setShown(id, true);
    view.dress(id, "fill", i < set ? MINT : i === set ? "white" : SLATE);
  }
}

/** What stays the same through a set and side: the figure, its side, the dots. */
function drawSet(session: Session, row: number, works: boolean): void {
  const routine = session[S.Routine];
  const id = idOf(routine, row);
  const two = sidesOf(routine, row) > 1;
  const right = two && !!sideNow(session);
  const left = two && !right;
  view.text("side-left", left ? words("left") : "");
  view.text("side-right", right ? words("right") : "");
  showFigure(id, left);
  if (works) {
    drawDots(routine[row + I.Sets]!, session[S.Set]);
    putName("exercise", id ? "" : nameOf(routine, row), Fit.WorkName);
    return;
  }
  putName("next", nameOf(routine, row), Fit.RestName);
  const items = routine.length / I.Size - 1;
  const seconds = secondsFrom(routine, row, session[S.Set], session[S.Side]);
  view.text("place", row / I.Size + "/" + items);
  // Runners write minutes so in every language.
  view.text("left", Math.ceil(seconds / 60) + "'");
  view.text(
    "detail",
    session[S.Phase] === Phase.Switch
      ? sideOf(session, row)
      : session[S.Set]
        ? setOf(session, row)
        : positionOf(routine, row),
  );
}

/**
 * What stays the same through a step.
 * @often
 */
function drawStep(session: Session, row: number): void {
  const phase = session[S.Phase];
  const works = phase >= Phase.Lift;
  const reps = session[S.Reps];
  const name = PHASES[phase]!;
  const next = "shape-" + (phase === Phase.Between ? "next" : name);
  // A display that has just gone on may not have shown what was before.
  const missed = session[S.Step] - step > 1;
  step = session[S.Step];
  if (next !== shape) {
    if (shape) view.setShown(shape, false);
    view.setShown(next, true);
    shape = next;
  }
  if (!works || session[S.Place] !== set || missed) {
    drawSet(session, row, works);
  }
  set = session[S.Place];
  let text = "";
  if (phase === Phase.Between) {
    // Of a circuit it says which round this is: the arrow tells that another exercise
    // comes. The items are rounds where each is the one that a round before was.
    const routine = session[S.Routine];
    const end = routine.length;
    for (let rounds = MOST_ROUNDS; rounds > 1; rounds--) {
      const size = (end - R.Items) / rounds;
      let at = size % I.Size ? 0 : R.Items + size;
      while (routine[at] === routine[at - size]) at++;
      if (at === end) {
        text = words("round-of", Math.ceil(row / size), rounds);
        break;
      }
    }
  }
  if (!works || !reps || phase !== Phase.Hold)
    view.text("phase", text || words(name));
  if (!works) return;
  const colour = phase === Phase.Hold ? AMBER : MINT;
  view.dress("phase", "fill", colour);
  view.dress("ring", "fill", colour);
  if (!reps) return;
  const rep = session[S.Rep];
  view.text("number", rep + 1);
  view.ring((rep + (phase === Phase.Lift ? 0 : 0.5)) / reps);
  // An exercise of the runner's own has a name in place of a number, and no figure.
  const what: unknown = session[S.Routine][row + I.What];
  if (phase !== Phase.Hold && typeof what === "number") {
    moveFigure(phase === Phase.Lift, stepLeft(session) / 1000);
  }
}

/**
 * Draws what a second changes: the seconds left, and of a hold how much is done.
 * @hot
 */
export function drawSecond(session: Session): void {
  const phase = session[S.Phase];
  const left = stepLeft(session);
  // 1 until the very end.
  const seconds = left > 0 ? Math.ceil(left / 1000) : 0;
  const works = phase >= Phase.Lift;
  const held = works && !session[S.Reps];
  if (held) view.ring(1 - left / (session[S.Length] || 1));
  // Four figures have no room: then it is minutes.
  if (!works || held) {
    view.text(
      "number",
      seconds > 999 ? Math.ceil(seconds / 60) + "'" : seconds,
    );
  } else if (phase === Phase.Hold)
    view.text("phase", words("hold-for", seconds));
}

/** Draws a session under way. `opened` tells that its view has just been opened. */
export function drawSession(session: Session, opened: boolean): void {
  if (opened) {
    step = set = -1;
    // What the view shows by itself.
    shape = view.currentView() === "rest" ? "shape-rest" : "";
  }
  // At the end the last item stays.
  const last = session[S.Routine].length - I.Size;
  if (step !== session[S.Step]) {
    drawStep(session, Math.min(session[S.Row], last));
  }
  drawSecond(session);
}
