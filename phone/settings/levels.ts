import { Item } from "../../common/routine";
import { LADDERS, topStep } from "../coach/ladders";

/** How much of the full dose is asked for. */
export type Level = "starter" | "standard" | "full";

export const LEVELS: ReadonlyArray<Level> = ["starter", "standard", "full"];

/** The step of a level on a ladder whose last step is `top`. */
const STEPS: { readonly [level in Level]: (top: number) => number } = {
  starter: () => 1,
  standard: (top) => Math.round((2 * top) / 3),
  full: (top) => top,
};

/**
 * An item, given at its full dose, at another level, or at the highest step
 * below it that holds for no longer than `mostHold` seconds. Stretches and the
 * runner's own exercises have the same dose at every level.
 */
export function atLevel(full: Item, level: Level, mostHold = Infinity): Item {
  const ladder = LADDERS[full.exercise];
  if (!ladder) return full;
  const steps = ladder.steps
    .slice(0, STEPS[level](topStep(ladder)) + 1)
    .filter(({ hold }) => hold <= mostHold);
  return { ...full, ...steps[steps.length - 1]! };
}
