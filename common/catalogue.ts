/** How an exercise is counted: paced repetitions or one timed hold a set. */
export type Kind = "reps" | "hold";

/** How the runner lies or stands. */
export type Position = "back" | "front" | "side" | "hands" | "stand" | "kneel";

/** What has to be at hand. */
export type Need = "none" | "bench" | "wall";

/** One exercise that can be part of a routine. */
export interface Exercise {
  /** Stable name, used in files and settings. */
  id: string;
  kind: Kind;
  /** 2 when each side is worked on its own. */
  sides: 1 | 2;
  position: Position;
  needs: Need;
}

function exercise(
  id: string,
  kind: Kind,
  sides: 1 | 2,
  position: Position,
  needs: Need,
): Exercise {
  return { id, kind, sides, position, needs };
}

/**
 * Every exercise the app teaches. Its index is its code on the wire: append
 * only, never reorder. The first five make the default routine.
 */
export const CATALOGUE: ReadonlyArray<Exercise> = [
  exercise("hip-raise", "reps", 1, "back", "none"),
  exercise("reverse-hip-raise", "reps", 1, "front", "bench"),
  exercise("plank", "hold", 1, "front", "none"),
  exercise("side-plank", "hold", 2, "side", "none"),
  exercise("cobra", "hold", 1, "front", "none"),
  exercise("bird-dog", "reps", 2, "hands", "none"),
  exercise("dead-bug", "reps", 2, "back", "none"),
  exercise("curl-up", "reps", 1, "back", "none"),
  exercise("side-leg-raise", "reps", 2, "side", "none"),
  exercise("single-leg-hip-raise", "reps", 2, "back", "none"),
  exercise("wall-sit", "hold", 1, "stand", "wall"),
  exercise("childs-pose", "hold", 1, "kneel", "none"),
  exercise("knee-to-chest", "hold", 2, "back", "none"),
  exercise("figure-four-stretch", "hold", 2, "back", "none"),
  exercise("hip-flexor-stretch", "hold", 2, "kneel", "none"),
  exercise("quad-stretch", "hold", 2, "stand", "none"),
  exercise("hamstring-stretch", "hold", 2, "back", "none"),
];

/** The code of an exercise on the wire, or -1 for an unknown id. */
export function codeOf(id: string): number {
  for (let i = 0; i < CATALOGUE.length; i++) {
    if (CATALOGUE[i]!.id === id) return i;
  }
  return -1;
}

/** The exercise behind a code from the wire; undefined for anything else. */
export function idOf(code: unknown): string | undefined {
  const exercise = typeof code === "number" ? CATALOGUE[code] : undefined;
  return exercise && exercise.id;
}
