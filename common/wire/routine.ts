import { codeOf, idOf } from "../exercise-codes";
import { MOST_FLAGS, routineFault } from "../limits";
import { PREFERENCES, isOn } from "../preferences";
import { Fault, Result, fault } from "../result";
import { CUSTOM, ROUTINE_VERSION, Routine, daysBeforeMonday } from "../routine";
import { I, R } from "./flat-routine";
import { PackedRoutine, ItemFlag, WeekStartBits } from "./packed-routine";
import { currentForm, rebuildRoutine } from "./rebuild-routine";

export type { PackedRoutine } from "./packed-routine";

/** A routine in the form that goes on the wire and into files. */
export function packRoutine(routine: Routine): PackedRoutine {
  let flags = daysBeforeMonday(routine.weekStart) << WeekStartBits.Shift;
  PREFERENCES.forEach((preference) => {
    if (isOn(routine.preferences, preference)) flags |= 1 << preference.bit;
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
      (item.included ? 0 : ItemFlag.LeftOut) |
        (item.sides === 2 ? ItemFlag.TwoSides : 0) |
        (item.kind === "hold" ? ItemFlag.Held : 0),
      item.sets,
      item.reps,
      item.lift * 2,
      item.hold * 2,
      item.lower * 2,
      item.rest,
    ]),
    routine.goal,
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

/** True for a whole number from `min` to `max`. */
export function isWhole(
  value: unknown,
  min: number,
  max: number,
): value is number {
  return (
    typeof value === "number" && value >= min && value <= max && value % 1 === 0
  );
}

/** True for an item whose exercise is known and whose flags make sense. */
function isItem(row: unknown): boolean {
  if (!isRow(row, 8)) return false;
  const what = row[0] as unknown;
  const flags = row[1]!;
  if (
    flags < 0 ||
    flags > (ItemFlag.LeftOut | ItemFlag.TwoSides | ItemFlag.Held) ||
    flags % 1 !== 0
  ) {
    return false;
  }
  return typeof what === "string" || !!idOf(what);
}

/**
 * Refuses what is not of version 1 to `newest`, saying which side has to be
 * updated.
 */
export function versionFault(
  version: unknown,
  newest: number,
): { ok: false; fault: Fault } | undefined {
  const number = typeof version === "number" ? version : 0;
  if (number >= 1 && number <= newest && number % 1 === 0) return undefined;
  const known = newest > 1 ? "1 to " + newest : "1";
  return fault(
    "version",
    version,
    number > newest ? known + "; update this app to read it" : known,
  );
}

/** Entries and highest flags of a packed routine, by version. */
const FORMS: { readonly [version: number]: readonly [number, number] } = {
  1: [8, 255],
  2: [9, MOST_FLAGS],
};

/**
 * Reads a packed routine of this version or one before. Garbage, a newer
 * version and bad values are refused.
 */
export function unpackRoutine(packed: unknown): Result<Routine> {
  if (!isList(packed)) return fault("routine", packed, "a list of 9 entries");
  const version = versionFault(packed[0], ROUTINE_VERSION);
  if (version) return version;
  const [length, mostFlags] = FORMS[packed[0] as number]!;
  const list = packed[7];
  const flags = packed[6];
  if (packed.length !== length || !isList(list)) {
    return fault(
      "routine",
      packed.length + " entries",
      length + ", the eighth a list",
    );
  }
  if (
    typeof flags !== "number" ||
    flags % 1 !== 0 ||
    flags < 0 ||
    flags > mostFlags
  ) {
    return fault("preferences", flags, "bits from 0 to " + mostFlags);
  }
  for (let i = 0; i < list.length; i++) {
    if (!isItem(list[i])) {
      return fault("items[" + i + "]", list[i], "a known item");
    }
  }
  const routine = rebuildRoutine(currentForm(packed as PackedRoutine)!);
  const wrong = routineFault(routine);
  return wrong ? { ok: false, fault: wrong } : { ok: true, value: routine };
}

/** Reads a routine in the flat form that the watch holds; what is none is refused. */
export function unpackFlat(flat: unknown): Result<Routine> {
  const items: unknown[][] = [];
  if (
    !isList(flat) ||
    flat.length < R.Items ||
    (flat.length - R.Items) % I.Size
  )
    return fault("routine", flat, "a flat routine");
  for (let row = R.Items as number; row < flat.length; row += I.Size) {
    items.push(flat.slice(row, row + I.Size));
  }
  return unpackRoutine([...flat.slice(0, R.Goal), items, flat[R.Goal]]);
}
