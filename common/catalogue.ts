import {
  EXERCISE_IDS,
  Kind,
  POSITIONS,
  Position,
  kindOf,
} from "./exercise-ids";

export { codeOf, idOf, type Kind } from "./exercise-ids";

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

/** Sides and needs, in the order of the ids. */
const TRAITS: ReadonlyArray<readonly [1 | 2, Need]> = [
  [1, "none"],
  [1, "bench"],
  [1, "none"],
  [2, "none"],
  [1, "none"],
  [2, "none"],
  [2, "none"],
  [1, "none"],
  [2, "none"],
  [2, "none"],
  [1, "wall"],
  [1, "none"],
  [2, "none"],
  [2, "none"],
  [2, "none"],
  [2, "none"],
  [2, "none"],
];

/** Every exercise the app teaches; see `EXERCISE_IDS` for the order. */
export const CATALOGUE: ReadonlyArray<Exercise> = TRAITS.map(
  ([sides, needs], code) => ({
    id: EXERCISE_IDS[code]!,
    kind: kindOf(code),
    sides,
    position: POSITIONS[code]!,
    needs,
  }),
);
