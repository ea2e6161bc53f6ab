import { codeOf, idOf } from "./catalogue";
import { FLAGS, routineFault } from "./limits";
import { Fault, Result, fault } from "./result";
import { CUSTOM, Item, ROUTINE_VERSION, Routine } from "./routine";

/**
 * A routine as it is stored and sent, to be encoded as CBOR:
 * [version, revision, name, ready, between, switch, flags, items], flags being
 * the bits of `FLAGS` and then "strong"; an item is
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

const STRONG = 1 << FLAGS.length;

/** A routine in the form that goes on the wire and into files. */
export function packRoutine(routine: Routine): PackedRoutine {
  const preferences = routine.preferences;
  let flags = preferences.strength === "strong" ? STRONG : 0;
  FLAGS.forEach((flag, bit) => {
    if (preferences[flag]) flags |= 1 << bit;
  });
  return [
    routine.version,
    routine.revision,
    routine.name,
    routine.ready,
    routine.between,
    routine.switch,
    flags,
    routine.items.map((item) => [
      item.exercise === CUSTOM ? item.name : codeOf(item.exercise),
      (item.included ? 0 : 1) |
        (item.sides === 2 ? 2 : 0) |
        (item.kind === "hold" ? 4 : 0),
      item.sets,
      item.reps,
      item.lift * 2,
      item.hold * 2,
      item.lower * 2,
      item.rest,
    ]),
  ];
}

/** True for a list of numbers after an entry of any type. */
export function isRow(value: unknown, length: number): value is number[] {
  if (!isList(value) || value.length !== length) return false;
  for (let i = 1; i < length; i++) {
    if (typeof value[i] !== "number") return false;
  }
  return true;
}

/** True for an array, also one from another JavaScript realm. */
export function isList(value: unknown): value is unknown[] {
  return Object.prototype.toString.call(value) === "[object Array]";
}

function unpackItem(row: unknown): Item | undefined {
  if (!isRow(row, 8)) return undefined;
  const what = row[0] as unknown;
  const flags = row[1]!;
  if (flags < 0 || flags > 7 || flags % 1 !== 0) return undefined;
  const custom = typeof what === "string";
  const exercise = custom ? CUSTOM : idOf(what);
  if (!exercise) return undefined;
  return {
    exercise,
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

/** Refuses what is not of this version, saying which side has to be updated. */
export function versionFault(
  version: unknown,
  known: number,
): { ok: false; fault: Fault } | undefined {
  if (version === known) return undefined;
  const newer = typeof version === "number" && version > known;
  return fault(
    "version",
    version,
    newer ? known + "; update this app to read it" : String(known),
  );
}

/** Reads a packed routine; garbage, a newer version and bad values are refused. */
export function unpackRoutine(packed: unknown): Result<Routine> {
  if (!isList(packed)) return fault("routine", packed, "a list of 8 entries");
  const version = versionFault(packed[0], ROUTINE_VERSION);
  if (version) return version;
  const list = packed[7];
  const flags = packed[6];
  if (packed.length !== 8 || !isList(list)) {
    return fault("routine", packed.length + " entries", "8, the last a list");
  }
  if (typeof flags !== "number" || flags % 1 !== 0 || flags < 0 || flags > 31) {
    return fault("preferences", flags, "bits from 0 to 31");
  }
  const items: Item[] = [];
  for (let i = 0; i < list.length; i++) {
    const item = unpackItem(list[i]);
    if (!item) return fault("items[" + i + "]", list[i], "a known item");
    items.push(item);
  }
  const routine: Routine = {
    version: ROUTINE_VERSION,
    revision: packed[1] as number,
    name: packed[2] as string,
    ready: packed[3] as number,
    between: packed[4] as number,
    switch: packed[5] as number,
    items,
    preferences: {
      strength: flags & STRONG ? "strong" : "normal",
      repPulses: !!(flags & 1),
      halfway: !!(flags & 2),
      finalSeconds: !!(flags & 4),
      keepScreenOn: !!(flags & 8),
    },
  };
  const wrong = routineFault(routine);
  return wrong ? { ok: false, fault: wrong } : { ok: true, value: routine };
}
