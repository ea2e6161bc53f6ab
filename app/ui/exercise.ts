import { codeOf } from "../../common/exercise-codes";
import { Routine } from "../../common/routine";
import { Step } from "../session/cursor";
import { showFigure } from "./figure";
import * as view from "./view";
import { itemOf, words } from "./words";

// What work and rest show alike of the exercise at hand.

/** Shows the one shape, of those a view has, that belongs to the phase. */
export function drawShape(shapes: string, phase: string): void {
  shapes.split(" ").forEach((shape) => {
    view.setShown("shape-" + shape, shape === phase);
  });
}

/** A large letter on the side that works. */
export function drawSide(routine: Routine, step: Step): void {
  const sided = itemOf(routine, step).sides === 2;
  view.text("side-left", sided && !step.side ? words("left") : "");
  view.text("side-right", sided && step.side ? words("right") : "");
}

/** The figure in the last key pose of the exercise, its working side as it is. */
export function drawFigure(routine: Routine, step: Step): void {
  const item = itemOf(routine, step);
  showFigure(codeOf(item.exercise), item.sides === 2 && !step.side);
}
