import { EXERCISE_IDS, POSITIONS, Position } from "./exercise-ids";

export { codeOf, idOf } from "./exercise-ids";

/** How an exercise is counted: paced repetitions or one timed hold a set. */
export type Kind = "reps" | "hold";

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

/** Kind, sides and needs, in the order of the ids. */
const TRAITS: ReadonlyArray<readonly [Kind, 1 | 2, Need]> = [
  ["reps", 1, "none"],
  ["reps", 1, "bench"],
  ["hold", 1, "none"],
  ["hold", 2, "none"],
  ["hold", 1, "none"],
  ["reps", 2, "none"],
  ["reps", 2, "none"],
  ["reps", 1, "none"],
  ["reps", 2, "none"],
  ["reps", 2, "none"],
  ["hold", 1, "wall"],
  ["hold", 1, "none"],
  ["hold", 2, "none"],
  ["hold", 2, "none"],
  ["hold", 2, "none"],
  ["hold", 2, "none"],
  ["hold", 2, "none"],
];

/** Every exercise the app teaches; see `EXERCISE_IDS` for the order. */
export const CATALOGUE: ReadonlyArray<Exercise> = TRAITS.map(
  ([kind, sides, needs], code) => ({
    id: EXERCISE_IDS[code]!,
    kind,
    sides,
    position: POSITIONS[code]!,
    needs,
  }),
);
