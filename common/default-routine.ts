import { Dose, EXERCISES, Exercise, USUAL_HOLD, USUAL_REPS } from "./exercises";
import { DEFAULT_PREFERENCES } from "./preferences";
import { CUSTOM, Item, Kind, ROUTINE_VERSION, Routine } from "./routine";
import { DEFAULT_GOAL } from "./wire/packed-routine";

function includedItem(
  exercise: string,
  name: string,
  kind: Kind,
  sides: 1 | 2,
  dose: Dose,
): Item {
  return { exercise, name, kind, ...dose, sides, included: true };
}

/** An included item for an exercise of the table, at its own dose. */
export function defaultItem({ id, kind, sides, dose }: Exercise): Item {
  return includedItem(id, "", kind, sides, dose);
}

/** An included item for an exercise that the runner named, at the usual dose. */
export function customItem(name: string, kind: Kind, sides: 1 | 2): Item {
  const dose = kind === "reps" ? USUAL_REPS : USUAL_HOLD;
  return includedItem(CUSTOM, name, kind, sides, dose);
}

const DEFAULT_EXERCISES = [
  "hip-raise",
  "reverse-hip-raise",
  "plank",
  "side-plank",
  "cobra",
];

/** A new copy of the routine the product exists for: hips, planks and cobra. */
export function defaultRoutine(): Routine {
  return {
    version: ROUTINE_VERSION,
    revision: 0,
    name: "Runner's Core",
    ready: 10,
    between: 15,
    switch: 8,
    goal: DEFAULT_GOAL,
    weekStart: "monday",
    items: EXERCISES.filter(({ id }) => DEFAULT_EXERCISES.indexOf(id) >= 0).map(
      defaultItem,
    ),
    preferences: { ...DEFAULT_PREFERENCES },
  };
}
