import fc from "fast-check";
import { anyCharacter } from "./text";
import { codeOf } from "../../common/exercise-codes";
import { EXERCISES } from "../../common/exercises";
import {
  customItem,
  defaultItem,
  defaultRoutine,
} from "../../common/default-routine";
import { nameFault, newNameFault } from "../../common/limits";
import { Preferences } from "../../common/preferences";
import {
  Item,
  ROUTINE_VERSION,
  Routine,
  WEEK_STARTS,
} from "../../common/routine";

/** An exercise of the table at its own dose, with what the test cares about. */
export function anItem(id: string, changes: Partial<Item> = {}): Item {
  return { ...defaultItem(EXERCISES[codeOf(id)]!), ...changes };
}

/** The default routine, with what the test cares about. */
export function aRoutine(changes: Partial<Routine> = {}): Routine {
  return { ...defaultRoutine(), ...changes };
}

/**
 * A session of 80.5 s with everything in it: two sets of two reps, a hold on
 * each side, and a hold long enough for its middle and its final seconds.
 */
export function shortRoutine(changes: Partial<Routine> = {}): Routine {
  return aRoutine({
    ready: 5,
    between: 6,
    switch: 4,
    items: [
      anItem("hip-raise", { sets: 2, reps: 2, hold: 1.5, rest: 7 }),
      anItem("side-plank", { hold: 5 }),
      anItem("plank", { hold: 20.5 }),
    ],
    ...changes,
  });
}

/** Whole numbers; the least and the greatest come more often than by chance. */
function upTo(max: number, min = 0): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(min, max), weight: 1 },
    { arbitrary: fc.integer({ min, max }), weight: 4 },
  );
}

function halves(max: number, min = 0): fc.Arbitrary<number> {
  return upTo(max * 2, min * 2).map((halfSeconds) => halfSeconds / 2);
}

/** How far generated numbers go; the full limits make sessions of years. */
export interface Scale {
  items: number;
  sets: number;
  reps: number;
  seconds: number;
}

/** Everything that the limits allow. */
export const FULL: Scale = { items: 40, sets: 10, reps: 50, seconds: 600 };
/** Sessions of seconds to a few hours. */
export const SMALL: Scale = { items: 4, sets: 3, reps: 4, seconds: 40 };

/** A name that a record may have, in any script: under an older rule it was new once. */
export const anyName: fc.Arbitrary<string> = fc
  .string({ unit: anyCharacter, minLength: 1, maxLength: 30 })
  .filter((name) => !nameFault("", name));

/** A name that the phone lets be given now. */
const anyNewName = anyName.filter((name) => !newNameFault("", name));

function dosed(item: Item, scale: Scale): fc.Arbitrary<Item> {
  const common = {
    sets: upTo(scale.sets, 1),
    rest: upTo(Math.min(300, scale.seconds)),
    sides: fc.constantFrom<1 | 2>(1, 2),
    included: fc.boolean(),
  };
  if (item.kind === "hold") {
    return fc
      .record({ ...common, hold: halves(scale.seconds, 3) })
      .map((dose) => ({ ...item, ...dose }));
  }
  return fc
    .record({
      ...common,
      lift: halves(scale.seconds),
      hold: halves(scale.seconds),
      lower: halves(scale.seconds),
      reps: upTo(scale.reps, 1),
    })
    .map((dose) => {
      const rep = dose.lift + dose.hold + dose.lower;
      return rep * dose.reps >= 3 && rep >= 1
        ? { ...item, ...dose }
        : { ...item, ...dose, lower: 3 };
    });
}

/** A valid item: of the table of exercises, or the runner's own. */
export function anyItem(scale: Scale): fc.Arbitrary<Item> {
  const known = fc.constantFrom(...EXERCISES).map(defaultItem);
  const own = fc
    .tuple(anyNewName, fc.constantFrom<"reps" | "hold">("reps", "hold"))
    .map(([name, kind]) => customItem(name, kind, 1));
  return fc
    .oneof({ arbitrary: known, weight: 4 }, { arbitrary: own, weight: 1 })
    .chain((item) => dosed(item, scale));
}

export const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  strength: fc.constantFrom<"normal" | "strong">("normal", "strong"),
  repPulses: fc.boolean(),
  halfway: fc.boolean(),
  finalSeconds: fc.boolean(),
  keepScreenOn: fc.boolean(),
  quietPause: fc.boolean(),
  touchLock: fc.boolean(),
});

/** A valid routine; its first item is included. */
export function anyRoutine(scale: Scale): fc.Arbitrary<Routine> {
  const wait = upTo(Math.min(60, scale.seconds));
  return fc.record({
    version: fc.constant(ROUTINE_VERSION),
    revision: upTo(4294967295),
    name: anyNewName,
    ready: wait,
    between: wait,
    switch: wait,
    goal: fc.integer({ min: 1, max: 7 }),
    weekStart: fc.constantFrom(...WEEK_STARTS),
    items: fc
      .array(anyItem(scale), {
        minLength: 1,
        maxLength: scale.items,
        size: "max",
      })
      .map(([first, ...rest]) => [{ ...first!, included: true }, ...rest]),
    preferences: anyPreferences,
  });
}

/** A valid routine as a session gets it: every item included. */
export function anyPlan(scale: Scale): fc.Arbitrary<Routine> {
  return anyRoutine(scale).map((routine) => ({
    ...routine,
    items: routine.items.map((item) => ({ ...item, included: true })),
  }));
}
