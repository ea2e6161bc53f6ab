// Made by `npm run generate` from the tables of common/: do not edit.

/** Lowest and highest by place in a flat routine; 1, 0 where no number stands. */
export const ROUTINE_RANGES = [
  // version
  2, 2,
  // revision
  0, 4294967295,
  // name
  1, 0,
  // ready
  0, 60,
  // between
  0, 60,
  // switch
  0, 60,
  // flags
  0, 65535,
  // goal
  1, 7,
];

/** The same for an item, times in half seconds. */
export const ITEM_RANGES = [
  // exercise
  1, 0,
  // flags
  0, 7,
  // sets
  1, 10,
  // reps
  1, 50,
  // lift
  0, 1200,
  // hold
  0, 1200,
  // lower
  0, 1200,
  // rest
  0, 300,
];

/** Kinds of the exercises by their codes: r for reps, h for hold. */
export const KINDS = "rrhhhrrrrrhhhhhhh";

/** Longest name in characters, and most items. */
export const NAME_LENGTH = 30;
export const MAX_ITEMS = 40;

/** Shortest rep and shortest set in half seconds. */
export const MIN_REP_HALVES = 2;
export const MIN_SET_HALVES = 6;
