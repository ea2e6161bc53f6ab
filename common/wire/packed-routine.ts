import { idOf } from "../exercise-ids";
import { CUSTOM, Item, ROUTINE_VERSION, Routine } from "../routine";

/** The preferences that are on or off, in the order of their bits on the wire. */
export const FLAGS: ReadonlyArray<
  "repPulses" | "halfway" | "finalSeconds" | "keepScreenOn"
> = ["repPulses", "halfway", "finalSeconds", "keepScreenOn"];

/** The bit of strong cues, behind those of `FLAGS`. */
export const STRONG = 16;
/** The weekly goal stands above the flags; 0 comes from before there was one. */
export const GOAL_SHIFT = 5;
/** Sessions a week; three non-consecutive days are usual (ACSM). */
export const GOAL = 3;

/**
 * A routine as it is stored and sent, to be encoded as CBOR:
 * [version, revision, name, ready, between, switch, flags, items], flags being
 * the bits of `FLAGS`, then "strong", then the weekly goal; an item is
 * [code or name, flags, sets, reps, lift, hold, lower, rest], times in half
 * seconds, flags 1 = left out, 2 = two sides, 4 = hold.
 */
export type PackedRoutine = [
  number,
  number,
  string,
  number,
  number,
  number,
  number,
  Array<[string | number, ...number[]]>,
];

/** Sessions a week, 1 to 7. */
export function goalOf(packed: PackedRoutine): number {
  return packed[6] >> GOAL_SHIFT || GOAL;
}

function rebuildItem(row: PackedRoutine[7][number]): Item {
  const what = row[0];
  const flags = row[1]!;
  const custom = typeof what === "string";
  return {
    exercise: custom ? CUSTOM : idOf(what)!,
    name: custom ? what : "",
    kind: flags & 4 ? "hold" : "reps",
    sets: row[2]!,
    reps: row[3]!,
    lift: row[4]! / 2,
    hold: row[5]! / 2,
    lower: row[6]! / 2,
    rest: row[7]!,
    sides: flags & 2 ? 2 : 1,
    included: !(flags & 1),
  };
}

/**
 * A routine from its packed form, which has been checked before: by
 * `unpackRoutine`, or by the seal under which the watch stored it then.
 */
export function rebuildRoutine(packed: PackedRoutine): Routine {
  const flags = packed[6];
  return {
    version: ROUTINE_VERSION,
    revision: packed[1],
    name: packed[2],
    ready: packed[3],
    between: packed[4],
    switch: packed[5],
    goal: goalOf(packed),
    items: packed[7].map(rebuildItem),
    preferences: {
      strength: flags & STRONG ? "strong" : "normal",
      repPulses: !!(flags & 1),
      halfway: !!(flags & 2),
      finalSeconds: !!(flags & 4),
      keepScreenOn: !!(flags & 8),
    },
  };
}
