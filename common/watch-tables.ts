// Made by `npm run generate` from the tables of common/: do not edit.
import type { FlatRoutine } from "./wire/flat-routine";

/** Ids of all exercises by their codes on the wire, in one text. */
export const IDS =
  "hip-raise reverse-hip-raise plank side-plank cobra bird-dog dead-bug curl-up side-leg-raise single-leg-hip-raise wall-sit childs-pose knee-to-chest figure-four-stretch hip-flexor-stretch quad-stretch hamstring-stretch";

/** Bits of a routine's flags: what the wearer chose. */
export const enum Flag {
  Strong = 16,
  RepPulses = 1,
  Halfway = 2,
  FinalSeconds = 4,
  KeepScreenOn = 8,
  QuietPause = 32,
  TouchLock = 64,
}

/** The default routine. */
// prettier-ignore
export const BUILT_IN = [
  2, 0, "Runner's Core", 10, 15, 8, 7, 3,
  0, 0, 3, 15, 4, 10, 4, 30,
  1, 0, 3, 15, 4, 4, 4, 30,
  2, 4, 1, 1, 0, 120, 0, 30,
  3, 6, 1, 1, 0, 120, 0, 30,
  4, 4, 3, 1, 0, 60, 0, 5,
] as FlatRoutine;
