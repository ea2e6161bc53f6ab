import { MINT, SLATE } from "../../common/colours";
import { CUSTOM, Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { stepRemaining } from "../session/player";
import { Session } from "../session/session";
import { drawFigure, drawShape, drawSide } from "./exercise";
import { moveFigure } from "./figure";
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

/** Draws what stays the same through a step of work, of which `left` seconds remain. */
function drawWorkStep(routine: Routine, step: Step, left: number): void {
  const { phase } = step;
  const colour = phase === "hold" ? AMBER : MINT;
  drawShape("lift hold lower", phase);
  const item = itemOf(routine, step);
  view.text("phase", words(phase));
  view.paint("phase", colour);
  view.paint("ring", colour);
  const place = (step.item * 10 + step.set) * 2 + step.side;
  if (item.kind === "reps") {
    view.text("number", step.rep + 1);
    view.ring((step.rep + (phase === "lift" ? 0 : 0.5)) / item.reps);
  }
  const set = view.hasChanged("set", place);
  if (set) {
    drawSide(routine, step);
    drawDots(item.sets, step.set);
    view.text("exercise", item.exercise === CUSTOM ? item.name : "");
  }
  // A display that went on late may not have shown the way up.
  if (set || phase === "hold") drawFigure(routine, step);
  if (phase !== "hold") moveFigure(phase === "lift", left);
}

/** Draws a moment of work: rep or seconds, phase, set, side. */
export function drawWork(session: Session): void {
  const { player } = session;
  const { routine, step } = player;
  const { phase } = step;
  const remaining = stepRemaining(player, session.now);
  if (view.hasChanged("step", player.stepCount)) {
    drawWorkStep(routine, step, remaining / 1000);
  }
  if (itemOf(routine, step).kind === "hold") {
    view.text("number", countdown(remaining));
    view.ring(1 - remaining / (player.stepLength || 1));
  } else if (phase === "hold") {
    view.text("phase", words("hold-for", countdown(remaining)));
  }
}
