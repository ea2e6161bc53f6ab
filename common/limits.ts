import { EXERCISES } from "./exercises";
import { PREFERENCES } from "./preferences";
import { Fault, fault } from "./result";
import {
  CUSTOM,
  Item,
  ROUTINE_VERSION,
  Routine,
  WEEK_STARTS,
  workSeconds,
} from "./routine";

/** Lowest and highest value, and the smallest step between two values. */
export type Range = readonly [min: number, max: number, step: number];

/** Numbers of an item and their ranges; seconds where they are times. */
export const ITEM_LIMITS = {
  sets: [1, 10, 1],
  reps: [1, 50, 1],
  lift: [0, 600, 0.5],
  hold: [0, 600, 0.5],
  lower: [0, 600, 0.5],
  rest: [0, 300, 1],
  sides: [1, 2, 1],
} as const;

/** Numbers of a routine and their ranges; seconds where they are times. */
export const ROUTINE_LIMITS = {
  version: [ROUTINE_VERSION, ROUTINE_VERSION, 1],
  revision: [0, 4294967295, 1],
  ready: [0, 60, 1],
  between: [0, 60, 1],
  switch: [0, 60, 1],
  goal: [1, 7, 1],
} as const;

/** Longest routine or exercise name in characters. */
export const NAME_LENGTH = 30;
/** Most items in a routine. */
export const MAX_ITEMS = 40;
/** Shortest rep and shortest set in seconds: cues need room to be told apart. */
export const MIN_REP = 1;
export const MIN_SET = 3;
/**
 * Highest flags of a packed routine or record: 16 bits. What does not know a
 * bit ignores it.
 */
export const MOST_FLAGS = 65535;

type Fields = { [field: string]: unknown };

function numberFault(
  field: string,
  value: unknown,
  range: Range,
): Fault | undefined {
  const [min, max, step] = range;
  if (
    typeof value === "number" &&
    value >= min &&
    value <= max &&
    (value / step) % 1 === 0
  ) {
    return undefined;
  }
  const whole = step === 1 ? "a whole number" : "a multiple of " + step;
  const span = min === max ? String(min) : min + " to " + max;
  return fault(field, value, whole + ", " + span).fault;
}

function numbersFault(
  prefix: string,
  fields: Fields,
  limits: { readonly [field: string]: Range },
): Fault | undefined {
  for (const field in limits) {
    const found = numberFault(prefix + field, fields[field], limits[field]!);
    if (found) return found;
  }
  return undefined;
}

/** Refuses a name that is empty, too long or has control characters in it. */
export function nameFault(field: string, value: unknown): Fault | undefined {
  return typeof value === "string" &&
    value.length >= 1 &&
    value.length <= NAME_LENGTH &&
    !/[^ -~\u0080-\uffff]/.test(value) &&
    value.trim() !== ""
    ? undefined
    : fault(field, value, "1 to " + NAME_LENGTH + " printable characters")
        .fault;
}

/** Marks that turn the direction of what follows, halves of characters, and ends of lines. */
const UNSEEN =
  /[\u0080-\u009f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/;
/** Characters without a width of their own, which alone make no name. */
const NO_WIDTH =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\u3164\ufeff\uffa0]|\u034f|\u200d|[\ufe00-\ufe0f]/g;

/**
 * Refuses a new name that `nameFault` refuses, or that cannot be seen as it is. Records that a
 * watch has made under an older rule are not lost for it: they are read with `nameFault`.
 */
export function newNameFault(field: string, value: unknown): Fault | undefined {
  const found = nameFault(field, value);
  if (found) return found;
  const name = value as string;
  const seen = !UNSEEN.test(name) && name.replace(NO_WIDTH, "").trim() !== "";
  return seen
    ? undefined
    : fault(
        field,
        value,
        "characters that are seen, without half ones or marks that turn the direction of text",
      ).fault;
}

function oneOf(
  field: string,
  value: unknown,
  allowed: ReadonlyArray<unknown>,
): Fault | undefined {
  return allowed.indexOf(value) >= 0
    ? undefined
    : fault(field, value, allowed.join(" or ")).fault;
}

function itemFault(at: string, item: Item): Fault | undefined {
  const found =
    numbersFault(at, item as unknown as Fields, ITEM_LIMITS) ||
    oneOf(at + "kind", item.kind, ["reps", "hold"]) ||
    oneOf(at + "included", item.included, [true, false]);
  if (found) return found;
  if (item.exercise === CUSTOM) {
    const named = newNameFault(at + "name", item.name);
    if (named) return named;
    return doseFault(at, item);
  }
  const exercise = EXERCISES.filter(({ id }) => id === item.exercise)[0];
  if (!exercise) {
    const known = EXERCISES.map(({ id }) => id).join(", ");
    return fault(at + "exercise", item.exercise, known + " or custom").fault;
  } else if (item.name !== "") {
    return fault(at + "name", item.name, "empty unless custom").fault;
  } else if (item.kind !== exercise.kind) {
    return fault(at + "kind", item.kind, "the kind of the exercise").fault;
  }
  return doseFault(at, item);
}

/** Numbers that are in range but do not go together. */
function doseFault(at: string, item: Item): Fault | undefined {
  const rep = item.lift + item.hold + item.lower;
  if (item.kind === "hold") {
    if (item.reps !== 1) return fault(at + "reps", item.reps, "1").fault;
    if (item.lift !== 0) return fault(at + "lift", item.lift, "0").fault;
    if (item.lower !== 0) return fault(at + "lower", item.lower, "0").fault;
  } else if (rep < MIN_REP) {
    const allowed = "at least " + MIN_REP + " with hold and lower";
    return fault(at + "lift", item.lift, allowed).fault;
  }
  if (workSeconds(item) < MIN_SET) {
    const field = item.kind === "hold" ? "hold" : "reps";
    const allowed = "enough for a set of " + MIN_SET + " seconds";
    return fault(at + field, item[field], allowed).fault;
  }
  return undefined;
}

function preferencesFault(preferences: Fields): Fault | undefined {
  for (let i = 0; i < PREFERENCES.length; i++) {
    const { name, off, on } = PREFERENCES[i]!;
    const allowed = on === true ? [on, off] : [off, on];
    const wrong = oneOf("preferences." + name, preferences[name], allowed);
    if (wrong) return wrong;
  }
  return undefined;
}

/**
 * The one check of a routine's values, wherever it comes from; undefined when
 * all is fine. The reader checks the shape (objects, arrays) before.
 */
export function routineFault(routine: Routine): Fault | undefined {
  const found =
    numbersFault("", routine as unknown as Fields, ROUTINE_LIMITS) ||
    newNameFault("name", routine.name) ||
    oneOf("weekStart", routine.weekStart, WEEK_STARTS);
  if (found) return found;
  const items = routine.items;
  if (items.length < 1 || items.length > MAX_ITEMS) {
    return fault("items", items.length, "1 to " + MAX_ITEMS + " items").fault;
  }
  let included = 0;
  for (let i = 0; i < items.length; i++) {
    const wrong = itemFault("items[" + i + "].", items[i]!);
    if (wrong) return wrong;
    if (items[i]!.included) included++;
  }
  if (!included) return fault("items", 0, "at least one included").fault;
  return preferencesFault(routine.preferences as unknown as Fields);
}
