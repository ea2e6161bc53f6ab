import { EXERCISES } from "./exercises";

/** Ids of all exercises by their codes on the wire. */
export const EXERCISE_IDS: ReadonlyArray<string> = EXERCISES.map(
  ({ id }) => id,
);

/** The code of an exercise on the wire, or -1 for an unknown id. */
export function codeOf(id: string): number {
  return EXERCISE_IDS.indexOf(id);
}

/** The exercise behind a code from the wire; undefined for anything else. */
export function idOf(code: unknown): string | undefined {
  return typeof code === "number" ? EXERCISE_IDS[code] : undefined;
}
