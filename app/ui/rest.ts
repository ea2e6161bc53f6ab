import { Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { stepRemaining } from "../session/player";
import { Session } from "../session/session";
import { drawFigure, drawShape, drawSide } from "./exercise";
import * as view from "./view";
import {
  countdown,
  itemOf,
  nameOf,
  positionOf,
  setOf,
  sideOf,
  words,
} from "./words";

/** Draws what stays the same through a wait: above all, what comes next. */
function drawRestStep(routine: Routine, step: Step): void {
  const { phase } = step;
  const item = itemOf(routine, step);
  drawShape("ready rest next switch", phase === "between" ? "next" : phase);
  view.text("phase", words(phase));
  drawSide(routine, step);
  drawFigure(routine, step);
  view.text("next", nameOf(item));
  view.text(
    "detail",
    phase === "switch"
      ? sideOf(routine, step)
      : step.set
        ? setOf(routine, step)
        : positionOf(item),
  );
}

/** Draws a moment of a wait: how long, and what comes next. */
export function drawRest(session: Session): void {
  const { player } = session;
  if (view.hasChanged("step", player.stepCount)) {
    drawRestStep(player.routine, player.step);
  }
  view.text("number", countdown(stepRemaining(player, session.now)));
}
