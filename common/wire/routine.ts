import { codeOf, idOf } from "../exercise-ids";
import { routineFault } from "../limits";
import { Fault, Result, fault } from "../result";
import { CUSTOM, ROUTINE_VERSION, Routine } from "../routine";
import {
  FLAGS,
  GOAL_SHIFT,
  PackedRoutine,
  STRONG,
  rebuildRoutine,
} from "./packed-routine";

export type { PackedRoutine } from "./packed-routine";

/** A routine in the form that goes on the wire and into files. */
export function packRoutine(routine: Routine): PackedRoutine {
  const preferences = routine.preferences;
  let flags = routine.goal << GOAL_SHIFT;
  if (preferences.strength === "strong") flags |= STRONG;
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

/** True for an item whose exercise is known and whose flags make sense. */
function isItem(row: unknown): boolean {
  if (!isRow(row, 8)) return false;
  const what = row[0] as unknown;
  const flags = row[1]!;
  if (flags < 0 || flags > 7 || flags % 1 !== 0) return false;
  return typeof what === "string" || !!idOf(what);
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
  if (
    typeof flags !== "number" ||
    flags % 1 !== 0 ||
    flags < 0 ||
    flags > 255
  ) {
    return fault("preferences", flags, "bits from 0 to 255");
  }
  for (let i = 0; i < list.length; i++) {
    if (!isItem(list[i])) {
      return fault("items[" + i + "]", list[i], "a known item");
    }
  }
  const routine = rebuildRoutine(packed as PackedRoutine);
  const wrong = routineFault(routine);
  return wrong ? { ok: false, fault: wrong } : { ok: true, value: routine };
}
