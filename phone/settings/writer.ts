import { PREFERENCES, isOn } from "../../common/preferences";
import { CUSTOM, Item, Routine } from "../../common/routine";
import { customKey, isRoutineKey, itemKey } from "./keys";
import { KeyValueStore, keysOf } from "../key-value-store";
import { Unusable } from "./reader";
import { Settings, readSettings } from "./settings";

type Values = { [key: string]: string };

function keyOf(item: Item): string {
  return item.exercise === CUSTOM ? customKey(item.name) : item.exercise;
}

/** A key for each item; an exercise that comes again gets a number behind. */
function keysFor(items: Item[]): string[] {
  const keys: string[] = [];
  const taken = items.map(keyOf);
  taken.forEach((first, i) => {
    let key = first;
    for (let n = 2; keys.indexOf(key) >= 0; n++) {
      const next = first + "#" + n;
      if (taken.indexOf(next) < 0) key = next;
    }
    keys[i] = key;
  });
  return keys;
}

function select(value: string, index: number): string {
  const values = [{ name: value, value }];
  return JSON.stringify({ values, selected: [index] });
}

/** As an AdditiveList keeps what was added. */
function customList(items: Item[]): string {
  const names = items.map(({ name }) => name);
  const once = names.filter((name, i) => names.indexOf(name) === i);
  return JSON.stringify(once.map((name) => ({ name })));
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
 * included aside), over none at all.
 */
export function routineValues(routine: Routine): Values {
  const items = routine.items.filter((item) => item.included);
  const keys = keysFor(items);
  const values: Values = {};
  const own = items.filter((item) => item.exercise === CUSTOM);
  if (own.length) values.custom = customList(own);
  items.forEach((item, i) => {
    const held = item.exercise === CUSTOM && item.kind === "hold";
    if (held) values[itemKey(keys[i]!, "kind")] = select("hold", 1);
  });
  readSettings(() => undefined).choices.forEach(({ key, item }) => {
    const left = item.included && keys.indexOf(key) < 0;
    if (left) values[itemKey(key, "in")] = "false";
  });
  const order = readSettings((key) => values[key])
    .choices.map(({ key }) => key)
    .filter((key) => keys.indexOf(key) >= 0);
  if (order.join("\n") !== keys.join("\n")) {
    values.order = JSON.stringify(keys);
  }
  const ordered = readSettings((key) => values[key]);
  ordered.choices.forEach(({ key, item }) => {
    const at = keys.indexOf(key);
    if (at >= 0) Object.assign(values, itemValues(key, items[at]!, item));
  });
  const { preferences } = routine;
  const stands = ordered.routine;
  if (routine.name !== stands.name) values.name = routine.name;
  (["ready", "between", "switch"] as const).forEach((field) => {
    if (routine[field] !== stands[field])
      values[field] = String(routine[field]);
  });
  PREFERENCES.forEach((one) => {
    const on = isOn(preferences, one);
    if (on !== one.initially) values[one.key] = String(on);
  });
  return values;
}

/** Back to the routine the app comes with. Goal and history stay. */
export function clearRoutine(settings: KeyValueStore): void {
  keysOf(settings)
    .filter(isRoutineKey)
    .forEach((key) => settings.removeItem(key));
}

/** Back to the level's own doses: every exercise loses its own numbers. */
export function clearDoses(settings: KeyValueStore): void {
  const dose = /\.(sets|reps|hold|rest|lift|lower)$/;
  keysOf(settings)
    .filter((key) => isRoutineKey(key) && dose.test(key))
    .forEach((key) => settings.removeItem(key));
}

/** Puts these values in the place of the routine's settings. */
export function replaceRoutine(settings: KeyValueStore, values: Values): void {
  clearRoutine(settings);
  Object.keys(values).forEach((key) => settings.setItem(key, values[key]!));
}

/** Takes away what keeps a default from being used. */
function forgetClash(
  storage: KeyValueStore,
  { key, used, why }: Unusable,
): void {
  if (why === "items") return storage.setItem(key, used);
  const item = key.slice(0, key.lastIndexOf("."));
  const own = (["hold", "lift", "lower"] as const).map((field) =>
    itemKey(item, field),
  );
  own.concat("lift", "lower").forEach((one) => storage.removeItem(one));
}

/**
 * Removes every value that could not be used; what is good of a list stays.
 * Where a default does not go with what is left, that goes too: an exercise's
 * own speed and hold, and the pace of all exercises.
 */
export function forgetUnusable(
  storage: KeyValueStore,
  { unusable, choices }: Settings,
): void {
  unusable.forEach(({ key }) => storage.removeItem(key));
  const own = choices.filter(({ exercise }) => !exercise);
  if (own.length)
    storage.setItem("custom", customList(own.map(({ item }) => item)));
  readSettings((key) => storage.getItem(key)).unusable.forEach((clash) =>
    forgetClash(storage, clash),
  );
}

/** Moves an exercise of the session one place towards its beginning. */
export function movedUp(keys: ReadonlyArray<string>, key: string): string[] {
  const moved = keys.slice();
  const at = moved.indexOf(key);
  if (at > 0) moved.splice(at - 1, 0, moved.splice(at, 1)[0]!);
  return moved;
}
