import { Item } from "../../common/routine";
import { LADDERS, topStep } from "../coach/ladders";
import { atStepOf } from "../coach/steps";

/** How much of the full dose is asked for. */
export type Level = "starter" | "standard" | "full";

export const LEVELS: ReadonlyArray<Level> = ["starter", "standard", "full"];

/** The step of a level on a ladder whose last step is `top`. */
const STEPS: { readonly [level in Level]: (top: number) => number } = {
  starter: () => 1,
  standard: (top) => Math.round((2 * top) / 3),
  full: (top) => top,
};

/** The step of an exercise at a level; undefined for one without a ladder. */
export function stepOfLevel(
  exercise: string,
  level: Level,
): number | undefined {
  const ladder = LADDERS[exercise];
  return ladder && STEPS[level](topStep(ladder));
}

/**
 * An item, given at its full dose, at another level. Stretches and the
 * runner's own exercises have the same dose at every level.
 */
export function atLevel(full: Item, level: Level): Item {
  const step = stepOfLevel(full.exercise, level);
  return step === undefined ? full : atStepOf(full, step);
}
