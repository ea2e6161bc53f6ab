import { CATALOGUE, Exercise, Kind, codeOf } from "./catalogue";
import { CUSTOM, Item, ROUTINE_VERSION, Routine } from "./routine";
import { GOAL } from "./wire/packed-routine";

type Dose = Pick<Item, "sets" | "reps" | "lift" | "hold" | "lower" | "rest">;

/** Seconds of a paced rep's way up and way down. */
const PACE = 2;

function reps(sets: number, count: number, hold: number): Dose {
  return { sets, reps: count, lift: PACE, hold, lower: PACE, rest: 30 };
}

function holds(sets: number, hold: number, rest: number): Dose {
  return { sets, reps: 1, lift: 0, hold, lower: 0, rest };
}

/** The prescription; what has no entry falls back to its kind's dose. */
const DOSES: { readonly [id: string]: Dose } = {
  "hip-raise": reps(3, 15, 5),
  "reverse-hip-raise": reps(3, 15, 2),
  plank: holds(1, 60, 30),
  "side-plank": holds(1, 60, 30),
  cobra: holds(3, 30, 5),
  // Repeated 10 s holds suit most people (McGill): the others start there.
  "bird-dog": reps(3, 6, 10),
  "curl-up": reps(3, 6, 8),
};

/** The dose of an exercise at level "full". */
export function defaultDose(id: string, kind: Kind): Dose {
  return DOSES[id] || (kind === "reps" ? reps(2, 10, 2) : holds(2, 30, 10));
}

/** An included item for a catalogue exercise at its default dose. */
export function defaultItem(exercise: Exercise): Item {
  const dose = defaultDose(exercise.id, exercise.kind);
  return {
    exercise: exercise.id,
    name: "",
    kind: exercise.kind,
    sets: dose.sets,
    reps: dose.reps,
    lift: dose.lift,
    hold: dose.hold,
    lower: dose.lower,
    rest: dose.rest,
    sides: exercise.sides,
    included: true,
  };
}

/** An included item for an exercise that the runner named. */
export function customItem(name: string, kind: Kind, sides: 1 | 2): Item {
  const item = defaultItem({
    id: CUSTOM,
    kind,
    sides,
    position: "stand",
    needs: "none",
  });
  item.name = name;
  return item;
}

const DEFAULT_ITEMS = [
  "hip-raise",
  "reverse-hip-raise",
  "plank",
  "side-plank",
  "cobra",
];

/** The routine the product exists for: hips, planks and cobra. */
export function defaultRoutine(): Routine {
  return {
    version: ROUTINE_VERSION,
    revision: 0,
    name: "Runner's Core",
    ready: 10,
    between: 15,
    switch: 8,
    goal: GOAL,
    items: DEFAULT_ITEMS.map((id) => defaultItem(CATALOGUE[codeOf(id)]!)),
    preferences: {
      strength: "normal",
      repPulses: true,
      halfway: true,
      finalSeconds: true,
      keepScreenOn: false,
    },
  };
}
