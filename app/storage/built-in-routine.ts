import { PackedRoutine } from "../../common/wire/packed-routine";

/**
 * The default routine of common/dose.ts, which would take more room as code: a
 * test holds the two together.
 */
export const BUILT_IN: PackedRoutine = [
  1,
  0,
  "Runner's Core",
  10,
  15,
  8,
  103,
  [
    [0, 0, 3, 15, 4, 10, 4, 30],
    [1, 0, 3, 15, 4, 4, 4, 30],
    [2, 4, 1, 1, 0, 120, 0, 30],
    [3, 6, 1, 1, 0, 120, 0, 30],
    [4, 4, 3, 1, 0, 60, 0, 5],
  ],
];
