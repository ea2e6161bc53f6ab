import { customItem, defaultItem, defaultRoutine } from "./default-routine";
import { EXERCISES } from "./exercises";
import { routineFault } from "./limits";
import { Result, fault, printed } from "./result";
import { CUSTOM, Item, ROUTINE_VERSION, Routine } from "./routine";

type Json = { [field: string]: unknown };

function isObject(value: unknown): value is Json {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.prototype.toString.call(value) === "[object Object]"
  );
}

/** Lays the fields given over the defaults; a field unknown to them is refused. */
function overlay(at: string, base: Json, given: Json): Result<Json> {
  const merged: Json = {};
  Object.keys(base).forEach((key) => (merged[key] = base[key]));
  const names = Object.keys(given);
  for (let i = 0; i < names.length; i++) {
    const key = names[i]!;
    if (!Object.prototype.hasOwnProperty.call(base, key)) {
      const known = Object.keys(base).join(", ");
      const name = at + printed(key).slice(1, -1);
      return fault(name, given[key], "no such field; known: " + known);
    }
    if (given[key] !== undefined) merged[key] = given[key];
  }
  return { ok: true, value: merged };
}

function readItem(at: string, given: unknown): Result<Item> {
  if (!isObject(given)) return fault(at, given, "an object");
  const id = given.exercise;
  let base: Item;
  if (id === CUSTOM) {
    const kind = given.kind === "hold" ? "hold" : "reps";
    base = customItem("", kind, 1);
  } else {
    const exercise = EXERCISES.filter((one) => one.id === id)[0];
    if (!exercise) {
      const known = EXERCISES.map((one) => one.id).join(", ");
      return fault(at + ".exercise", id, known + " or custom");
    }
    base = defaultItem(exercise);
  }
  const merged = overlay(at + ".", base as unknown as Json, given);
  if (!merged.ok) return merged;
  return { ok: true, value: merged.value as unknown as Item };
}

/**
 * Reads a routine from plain JSON, as people write it: `items` must be there,
 * each with its `exercise`; whatever else is left out takes its default.
 */
export function readRoutine(given: unknown): Result<Routine> {
  if (!isObject(given)) return fault("routine", given, "an object");
  const base = defaultRoutine() as unknown as Json;
  const merged = overlay("", base, given);
  if (!merged.ok) return merged;
  if (Object.prototype.toString.call(given.items) !== "[object Array]") {
    return fault("items", given.items, "a list of 1 to 40 exercises");
  }
  const list = given.items as unknown[];
  const items: Item[] = [];
  for (let i = 0; i < list.length; i++) {
    const item = readItem("items[" + i + "]", list[i]);
    if (!item.ok) return item;
    items.push(item.value);
  }
  merged.value.items = items;
  // As JSON, versions 1 and 2 are the same.
  if (given.version === 1) merged.value.version = ROUTINE_VERSION;
  if (given.preferences !== undefined) {
    if (!isObject(given.preferences)) {
      return fault("preferences", given.preferences, "an object");
    }
    const defaults = base.preferences as Json;
    const chosen = overlay("preferences.", defaults, given.preferences);
    if (!chosen.ok) return chosen;
    merged.value.preferences = chosen.value;
  }
  const routine = merged.value as unknown as Routine;
  const wrong = routineFault(routine);
  return wrong ? { ok: false, fault: wrong } : { ok: true, value: routine };
}
