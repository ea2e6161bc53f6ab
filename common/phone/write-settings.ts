import { Result, fault } from "../result";
import { CUSTOM, Item, Routine } from "../routine";
import { customKey, isRoutineKey, itemKey } from "./keys";
import { Keyed, keysOf } from "./keyed";
import { Settings, readSettings } from "./settings";

type Values = { [key: string]: string };

function keyOf(item: Item): string {
  return item.exercise === CUSTOM ? customKey(item.name) : item.exercise;
}

function select(value: string, index: number): string {
  const values = [{ name: value, value }];
  return JSON.stringify({ values, selected: [index] });
}

/** As an AdditiveList keeps what was added. */
function customList(items: Item[]): string {
  return JSON.stringify(items.map(({ name }) => ({ name })));
}

/** Settings of one item, as far as they differ from what stands there. */
function itemValues(key: string, item: Item, stands: Item): Values {
  const values: Values = {};
  if (!stands.included) values[itemKey(key, "in")] = "true";
  if (item.sides !== stands.sides) {
    values[itemKey(key, "both")] = String(item.sides === 2);
  }
  const numbers = ["sets", "reps", "hold", "rest", "lift", "lower"] as const;
  numbers.forEach((field) => {
    if (item[field] !== stands[field]) {
      values[itemKey(key, field)] = String(item[field]);
    }
  });
  return values;
}

/**
 * The settings that make exactly this routine (its revision and what is not
 * included aside), over none at all. Settings know each exercise once.
 */
export function routineValues(routine: Routine): Result<Values> {
  const items = routine.items.filter((item) => item.included);
  const keys = items.map(keyOf);
  const twice = keys.filter((key, i) => keys.indexOf(key) < i)[0];
  if (twice !== undefined) {
    return fault("items", twice, "each exercise once");
  }
  const own = items.filter((item) => item.exercise === CUSTOM);
  const values: Values = {};
  if (own.length) {
    values.custom = customList(own);
    own.forEach((item) => {
      const kind = itemKey(keyOf(item), "kind");
      if (item.kind === "hold") values[kind] = select("hold", 1);
    });
  }
  const plain = readSettings((key) => values[key]);
  plain.choices.forEach(({ key, item }) => {
    const at = keys.indexOf(key);
    if (at >= 0) Object.assign(values, itemValues(key, items[at]!, item));
    else if (item.included) values[itemKey(key, "in")] = "false";
  });
  const order = plain.choices
    .map((choice) => choice.key)
    .filter((key) => keys.indexOf(key) >= 0);
  if (order.join("\n") !== keys.join("\n")) {
    values.order = JSON.stringify(keys);
  }
  const { preferences } = routine;
  const stands = plain.routine;
  if (routine.name !== stands.name) values.name = routine.name;
  (["ready", "between", "switch"] as const).forEach((field) => {
    if (routine[field] !== stands[field])
      values[field] = String(routine[field]);
  });
  const flags = [
    "repPulses",
    "halfway",
    "finalSeconds",
    "keepScreenOn",
  ] as const;
  flags.forEach((flag) => {
    if (preferences[flag] !== stands.preferences[flag]) {
      values[flag] = String(preferences[flag]);
    }
  });
  if (preferences.strength === "strong") values.strong = "true";
  return { ok: true, value: values };
}

/** Back to the routine the app comes with. Goal and history stay. */
export function clearRoutine(settings: Keyed): void {
  keysOf(settings)
    .filter(isRoutineKey)
    .forEach((key) => settings.removeItem(key));
}

/** Back to the level's own doses: every exercise loses its own numbers. */
export function clearDoses(settings: Keyed): void {
  const dose = /\.(sets|reps|hold|rest|lift|lower)$/;
  keysOf(settings)
    .filter((key) => isRoutineKey(key) && dose.test(key))
    .forEach((key) => settings.removeItem(key));
}

/** Puts these values in the place of the routine's settings. */
export function replaceRoutine(settings: Keyed, values: Values): void {
  clearRoutine(settings);
  Object.keys(values).forEach((key) => settings.setItem(key, values[key]!));
}

/** Forgets every value that a note is about; what is good of a list stays. */
export function forgetBad(storage: Keyed, { notes, choices }: Settings): void {
  notes.forEach(({ key }) => storage.removeItem(key));
  const own = choices.filter(({ exercise }) => !exercise);
  if (own.length)
    storage.setItem("custom", customList(own.map(({ item }) => item)));
}

/** Moves an exercise of the session one place towards its beginning. */
export function movedUp(keys: ReadonlyArray<string>, key: string): string[] {
  const moved = keys.slice();
  const at = moved.indexOf(key);
  if (at > 0) moved.splice(at - 1, 0, moved.splice(at, 1)[0]!);
  return moved;
}
