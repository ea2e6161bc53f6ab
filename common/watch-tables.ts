// Made by `npm run generate` from the tables of common/: do not edit.
import type { Position } from "./exercises";
import type { Preferences } from "./preferences";
import type { PackedRoutine } from "./wire/packed-routine";

/** Ids of all exercises by their codes on the wire. */
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

/** Their positions. */
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

/** What a routine's flags say of the preferences. */
export function preferencesIn(flags: number): Preferences {
  return {
    strength: flags & 16 ? "strong" : "normal",
    repPulses: !!(flags & 1),
    halfway: !!(flags & 2),
    finalSeconds: !!(flags & 4),
    keepScreenOn: !!(flags & 8),
  };
}

/** The bit of strong cues in a routine's flags. */
export const STRONG = 16;

/** The default routine. */
export const BUILT_IN: PackedRoutine = [
  2,
  0,
  "Runner's Core",
  10,
  15,
  8,
  7,
  [
    [0, 0, 3, 15, 4, 10, 4, 30],
    [1, 0, 3, 15, 4, 4, 4, 30],
    [2, 4, 1, 1, 0, 120, 0, 30],
    [3, 6, 1, 1, 0, 120, 0, 30],
    [4, 4, 3, 1, 0, 60, 0, 5],
  ],
  3,
];
