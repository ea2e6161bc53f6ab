/** How an exercise is counted: paced repetitions or one timed hold a set. */
export type Kind = "reps" | "hold";

/** How the runner lies or stands. */
export type Position = "back" | "front" | "side" | "hands" | "stand" | "kneel";

/**
 * Ids of all exercises. The index is the exercise's code on the wire: append
 * only, never reorder. The first five make the default routine.
 */
export const EXERCISE_IDS: ReadonlyArray<string> = [
  "hip-raise",
  "reverse-hip-raise",
  "plank",
  "side-plank",
  "cobra",
  "bird-dog",
  "dead-bug",
  "curl-up",
  "side-leg-raise",
  "single-leg-hip-raise",
  "wall-sit",
  "childs-pose",
  "knee-to-chest",
  "figure-four-stretch",
  "hip-flexor-stretch",
  "quad-stretch",
  "hamstring-stretch",
];

/** Positions of the exercises, in the order of their ids. */
export const POSITIONS: ReadonlyArray<Position> = [
  "back",
  "front",
  "front",
  "side",
  "front",
  "hands",
  "back",
  "back",
  "side",
  "back",
  "stand",
  "kneel",
  "back",
  "back",
  "kneel",
  "stand",
  "back",
];

/** Kinds of the exercises, in the order of their ids: r for reps, h for hold. */
const KINDS = "rrhhhrrrrrhhhhhhh";

/** The kind of the exercise behind a code. */
export function kindOf(code: number): Kind {
  return KINDS.charAt(code) === "h" ? "hold" : "reps";
}

/** The code of an exercise on the wire, or -1 for an unknown id. */
export function codeOf(id: string): number {
  return EXERCISE_IDS.indexOf(id);
}

/** The exercise behind a code from the wire; undefined for anything else. */
export function idOf(code: unknown): string | undefined {
  return typeof code === "number" ? EXERCISE_IDS[code] : undefined;
}
