import { MINT, SLATE } from "../../common/pose-frame";
import { CUSTOM, Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { stepRemaining } from "../session/player";
import { Session } from "../session/session";
import { drawFigure, drawShape, drawSide } from "./exercise";
import * as view from "./view";
import { countdown, itemOf, words } from "./words";

const WHITE = "white";
const AMBER = "#ffc94a";

/** Pixels from one set's dot to the next. */
const DOTS_APART = 18;

/** A dot for each set: done, under way, to come. */
function drawDots(sets: number, set: number): void {
  for (let i = 0; i < sets; i++) {
    const id = "dot-" + i;
    view.place(id, 168 + (i - (sets - 1) / 2) * DOTS_APART, true);
    view.paint(id, i < set ? MINT : i === set ? WHITE : SLATE);
  }
}

/** Draws what stays the same through a step of work. */
function drawWorkStep(routine: Routine, step: Step): void {
  const { phase } = step;
  const colour = phase === "hold" ? AMBER : MINT;
  drawShape("lift hold lower", phase);
  const item = itemOf(routine, step);
  view.text("phase", words(phase));
  view.paint("phase", colour);
  view.paint("ring", colour);
  const set = (step.item * 10 + step.set) * 2 + step.side;
  if (item.kind === "reps") {
    view.text("number", step.rep + 1);
    view.ring((step.rep + (phase === "lift" ? 0 : 0.5)) / item.reps);
  }
  if (view.hasChanged("set", set)) {
    drawSide(routine, step);
    drawFigure(routine, step);
    drawDots(item.sets, step.set);
    view.text("exercise", item.exercise === CUSTOM ? item.name : "");
  }
  // The last picture on the way up may have come a little before the top.
  if (phase === "hold") view.figure().pose(1, 1, 0);
}

/** Draws a moment of work: rep or seconds, phase, set, side. */
export function drawWork(session: Session): void {
  const { player } = session;
  const { routine, step } = player;
  const { phase } = step;
  const remaining = stepRemaining(player, session.now);
  const share = 1 - remaining / (player.stepLength || 1);
  if (view.hasChanged("step", player.stepCount)) drawWorkStep(routine, step);
  if (itemOf(routine, step).kind === "hold") {
    view.text("number", countdown(remaining));
    view.ring(share);
  } else if (phase === "hold") {
    view.text("phase", words("hold-for", countdown(remaining)));
  } else {
    view.figure().pose(0, 1, phase === "lift" ? share : 1 - share);
  }
}
