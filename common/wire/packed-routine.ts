/** Sessions a week that are meant; three non-consecutive days are usual (ACSM). */
export const DEFAULT_GOAL = 3;

/**
 * How far up in a routine's flags it stands how many days before Monday a week
 * begins: 0 to 2, in the two highest bits.
 */
export const enum WeekStartBits {
  Shift = 14,
}

/** Bits of an item's flags. */
export const enum ItemFlag {
  LeftOut = 1,
  TwoSides = 2,
  Held = 4,
}

/**
 * A routine as it is stored and sent, to be encoded as CBOR:
 * [version, revision, name, ready, between, switch, flags, items, goal], flags
 * being the bits of the table of preferences and those of the week's start; an item is
 * [code or name, flags, sets, reps, lift, hold, lower, rest], times in half
 * seconds. A reader ignores flags of the routine that it does not know.
 */
export type PackedRoutine = [
  version: number,
  revision: number,
  name: string,
  ready: number,
  between: number,
  switchSides: number,
  flags: number,
  items: Array<[string | number, ...number[]]>,
  goal: number,
];
