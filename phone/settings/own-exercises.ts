import { KeyValueStore, keysOf } from "../key-value-store";
import { ITEM_KEYS, customKey, isRoutineKey, itemKey } from "./keys";
import { readSettings } from "./settings";

/** Settings by their keys. */
export type Values = { [key: string]: string };

/** The runner's own exercises: their names, and all that the settings say. */
export interface OwnExercises {
  names: ReadonlyArray<string>;
  values: Values;
}

/** The runner's own exercises in the settings. */
export function ownExercises(settings: KeyValueStore): OwnExercises {
  const { choices } = readSettings((key) => settings.getItem(key));
  const names = choices
    .filter(({ key, name }) => key === customKey(name))
    .map(({ name }) => name);
  const values: Values = {};
  keysOf(settings)
    .filter(isRoutineKey)
    .forEach((key) => (values[key] = settings.getItem(key)!));
  return { names, values };
}

/** Names of own exercises, each once, as an AdditiveList keeps what was added. */
export function customList(names: ReadonlyArray<string>): string {
  const once = names.filter((name, i) => names.indexOf(name) === i);
  return JSON.stringify(once.map((name) => ({ name })));
}

/** Settings that keep an exercise of the runner's own as it is, but out. */
export function restingValues(name: string, { values }: OwnExercises): Values {
  const key = customKey(name);
  const resting: Values = { [itemKey(key, "in")]: "false" };
  ITEM_KEYS.forEach((field) => {
    const value = values[itemKey(key, field)];
    if (field !== "in" && value !== undefined)
      resting[itemKey(key, field)] = value;
  });
  return resting;
}
