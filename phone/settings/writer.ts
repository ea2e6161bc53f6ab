import { PREFERENCES, isOn } from "../../common/preferences";
import { CUSTOM, Item, Routine } from "../../common/routine";
import {
  GOAL_KEY,
  WEEK_START_KEY,
  customKey,
  isRoutineKey,
  itemKey,
} from "./keys";
import { KeyValueStore, keysOf } from "../key-value-store";
import { watchName } from "./names";
import {
  OwnExercises,
  Values,
  customList,
  ownExercises,
  restingValues,
} from "./own-exercises";
import { Settings, readSettings } from "./settings";
import { circuitOf } from "./rounds";
import { keepForUndo, replacePlan } from "./undo";

/** Items whose names the watch cut, under the runner's own whole names. */
export function withWholeNames(
  items: ReadonlyArray<Item>,
  names: ReadonlyArray<string>,
): Item[] {
  return items.map((item) => {
    const whole = names.filter((name) => watchName(name) === item.name)[0];
    return item.exercise === CUSTOM && whole ? { ...item, name: whole } : item;
  });
}

/** A key for each item; an exercise that comes again gets a number behind. */
export function keysFor(items: ReadonlyArray<Item>): string[] {
  const keys: string[] = [];
  const taken = items.map(({ exercise, name }) =>
    exercise === CUSTOM ? customKey(name) : exercise,
  );
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
 * included aside), over those of `base`. The runner's own exercises that are not
 * in it stay, left out.
 */
export function routineValues(
  routine: Routine,
  own: OwnExercises = { names: [], values: {} },
  base: Values = {},
): Values {
  const { items, rounds } = circuitOf(
    withWholeNames(routine.items, own.names).filter((item) => item.included),
  );
  const keys = keysFor(items);
  const values: Values = rounds > 1 ? { rounds: String(rounds) } : {};
  const standing = (): Settings =>
    readSettings((key) => (key in values ? values[key] : base[key]));
  const used = items
    .filter((item) => item.exercise === CUSTOM)
    .map(({ name }) => name);
  const resting = own.names.filter((name) => used.indexOf(name) < 0);
  const names = used.concat(resting);
  if (names.length) values.custom = customList(names);
  resting.forEach((name) => Object.assign(values, restingValues(name, own)));
  items.forEach((item, i) => {
    const held = item.exercise === CUSTOM && item.kind === "hold";
    if (held) values[itemKey(keys[i]!, "kind")] = "hold";
  });
  standing().choices.forEach(({ key, item }) => {
    const left = item.included && keys.indexOf(key) < 0;
    if (left) values[itemKey(key, "in")] = "false";
  });
  const order = standing()
    .choices.map(({ key }) => key)
    .filter((key) => keys.indexOf(key) >= 0);
  if (order.join("\n") !== keys.join("\n")) {
    values.order = JSON.stringify(keys);
  }
  const ordered = standing();
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

/** Keys of the numbers that exercises have of their own. */
function doseKeys(settings: KeyValueStore): string[] {
  const dose = /\.(sets|reps|hold|rest|lift|lower)$/;
  return keysOf(settings).filter((key) => isRoutineKey(key) && dose.test(key));
}

/** Whether an exercise has a number of its own, in place of the level's. */
export function hasOwnDoses(settings: KeyValueStore): boolean {
  return doseKeys(settings).length > 0;
}

/**
 * Back to the level's own doses: every exercise loses its own numbers. `undo`
 * brings them back.
 */
export function clearDoses(settings: KeyValueStore): void {
  keepForUndo(settings);
  doseKeys(settings).forEach((key) => settings.removeItem(key));
}

/** Puts these values in the place of the routine's settings, preferences too. */
export function replaceRoutine(settings: KeyValueStore, values: Values): void {
  keysOf(settings)
    .filter(isRoutineKey)
    .forEach((key) => settings.removeItem(key));
  Object.keys(values).forEach((key) => settings.setItem(key, values[key]!));
}

/**
 * Takes a routine in place of the one there is, until `undo`. What is the
 * runner's stays: preferences, goal, and own exercises, which are left out
 * where the routine does not have them.
 */
export function takeRoutine(settings: KeyValueStore, routine: Routine): void {
  keepForUndo(settings);
  replacePlan(settings, routineValues(routine, ownExercises(settings)));
}

/**
 * Makes a routine the settings, with its preferences, goal and first day of the
 * week. The runner's own exercises stay, left out where it does not have them.
 */
export function writeWholeRoutine(
  settings: KeyValueStore,
  routine: Routine,
): void {
  replaceRoutine(settings, routineValues(routine, ownExercises(settings)));
  settings.setItem(GOAL_KEY, String(routine.goal));
  settings.setItem(WEEK_START_KEY, routine.weekStart);
}

/** The same in place of the routine there is, which `undo` brings back. */
export function takeWholeRoutine(
  settings: KeyValueStore,
  routine: Routine,
): void {
  keepForUndo(settings);
  writeWholeRoutine(settings, routine);
}

/**
 * Moves an exercise of the session one place towards its end (1) or its
 * beginning (-1); one that has no such place stays.
 */
export function moved(
  keys: ReadonlyArray<string>,
  key: string,
  by: 1 | -1,
): string[] {
  const order = keys.slice();
  const at = order.indexOf(key);
  const to = at + by;
  if (at >= 0 && to >= 0 && to < order.length)
    order.splice(to, 0, order.splice(at, 1)[0]!);
  return order;
}
