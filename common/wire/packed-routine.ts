import { idOf } from "../exercise-codes";
import { CUSTOM, Item, ROUTINE_VERSION, Routine } from "../routine";
import { preferencesIn } from "../watch-tables";

/** Sessions a week that are meant; three non-consecutive days are usual (ACSM). */
export const DEFAULT_GOAL = 3;

/** Bits of an item's flags. */
export const LEFT_OUT = 1;
export const TWO_SIDES = 2;
export const HELD = 4;

/**
 * A routine as it is stored and sent, to be encoded as CBOR:
 * [version, revision, name, ready, between, switch, flags, items, goal], flags
 * being the bits of the table of preferences; an item is
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

/**
 * A packed routine as this version packs it, or undefined for one of another
 * version than 1 and this. Version 1 had no entry for the goal: it stood above
 * five flags, and 0 comes from before there was one.
 */
export function currentForm(
  packed: PackedRoutine | undefined,
): PackedRoutine | undefined {
  if (!packed) return undefined;
  if (packed[0] !== 1) {
    return packed[0] === ROUTINE_VERSION ? packed : undefined;
  }
  const current = packed.slice() as PackedRoutine;
  current[0] = ROUTINE_VERSION;
  current[6] = packed[6] & 31;
  current[8] = packed[6] >> 5 || DEFAULT_GOAL;
  return current;
}

function rebuildItem(row: PackedRoutine[7][number]): Item {
  const what = row[0];
  const flags = row[1]!;
  const custom = typeof what === "string";
  return {
    exercise: custom ? CUSTOM : idOf(what)!,
    name: custom ? what : "",
    kind: flags & HELD ? "hold" : "reps",
    sets: row[2]!,
    reps: row[3]!,
    lift: row[4]! / 2,
    hold: row[5]! / 2,
    lower: row[6]! / 2,
    rest: row[7]!,
    sides: flags & TWO_SIDES ? 2 : 1,
    included: !(flags & LEFT_OUT),
  };
}

/**
 * A routine from its packed form, which has been checked before: by
 * `unpackRoutine`, or by the seal under which the watch stored it then.
 */
export function rebuildRoutine(packed: PackedRoutine): Routine {
  return {
    version: ROUTINE_VERSION,
    revision: packed[1],
    name: packed[2],
    ready: packed[3],
    between: packed[4],
    switch: packed[5],
    goal: packed[8],
    items: packed[7].map(rebuildItem),
    preferences: preferencesIn(packed[6]),
  };
}
