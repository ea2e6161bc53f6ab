import { fieldsOf, fromJson } from "../json";
import { KeyValueStore, keysOf } from "../key-value-store";
import { UNDO_KEY, isPreferenceKey, isRoutineKey } from "./keys";

/** True for a setting of the routine, but none of the preferences. */
export function isPlanKey(key: string): boolean {
  return isRoutineKey(key) && !isPreferenceKey(key);
}

/** Puts these values in the place of the routine's, preferences aside. */
export function replacePlan(
  settings: KeyValueStore,
  values: { readonly [key: string]: string },
): void {
  keysOf(settings)
    .filter((key) => isPlanKey(key) && !(key in values))
    .forEach((key) => settings.removeItem(key));
  Object.keys(values)
    .filter(isPlanKey)
    .forEach((key) => settings.setItem(key, values[key]!));
}

/**
 * Keeps what the routine's settings say now, for `undo`, in place of what was
 * kept before.
 * @throws When there is no room.
 */
export function keepForUndo(settings: KeyValueStore): void {
  const kept: { [key: string]: string } = {};
  keysOf(settings)
    .filter(isPlanKey)
    .forEach((key) => {
      const value = settings.getItem(key);
      if (value !== null) kept[key] = value;
    });
  settings.setItem(UNDO_KEY, JSON.stringify(kept));
}

/** The values that `undo` would bring back; undefined where there are none. */
function keptValues(
  settings: KeyValueStore,
): { [key: string]: string } | undefined {
  const kept = fromJson(settings.getItem(UNDO_KEY));
  if (typeof kept !== "object" || kept === null) return undefined;
  const fields = fieldsOf(kept);
  const values: { [key: string]: string } = {};
  Object.keys(fields).forEach((key) => {
    const value = fields[key];
    if (typeof value === "string") values[key] = value;
  });
  return values;
}

/** Whether there is something to undo. */
export function canUndo(settings: KeyValueStore): boolean {
  return keptValues(settings) !== undefined;
}

/** Brings back the routine's settings that were kept last, once. */
export function undo(settings: KeyValueStore): void {
  const values = keptValues(settings);
  if (values) replacePlan(settings, values);
  settings.removeItem(UNDO_KEY);
}
