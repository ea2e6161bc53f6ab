import { fromJson } from "../json";
import { KeyValueStore, keysOf } from "../key-value-store";
import { customKey, itemKey, withoutNumber } from "./keys";
import { Unusable } from "./reader";
import { Settings, readSettings } from "./settings";
import { customList } from "./own-exercises";

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
  unusable.forEach(({ key, used, why }) =>
    why === "items" ? storage.setItem(key, used) : storage.removeItem(key),
  );
  const own = choices.filter(({ exercise }) => !exercise);
  if (own.length)
    storage.setItem("custom", customList(own.map(({ name }) => name)));
  readSettings((key) => storage.getItem(key)).unusable.forEach((clash) =>
    forgetClash(storage, clash),
  );
}

/**
 * Forgets doses and places of the runner's own exercises that were deleted, so
 * that one of the same name begins anew. `read` is what the settings say now; while
 * their list cannot be used, nothing is forgotten.
 */
export function forgetDeletedExercises(
  storage: KeyValueStore,
  read: Settings,
): void {
  if (read.unusable.some(({ key }) => key === "custom")) return;
  const there = read.choices.map(({ key }) => key);
  const gone = (key: string): boolean =>
    key.indexOf(customKey("")) === 0 &&
    there.indexOf(key) < 0 &&
    there.indexOf(withoutNumber(key)) < 0;
  keysOf(storage)
    .filter((key) => gone(key.slice(0, key.lastIndexOf("."))))
    .forEach((key) => storage.removeItem(key));
  const order = fromJson(storage.getItem("order"));
  if (!Array.isArray(order)) return;
  const left = order.filter((key) => typeof key !== "string" || !gone(key));
  if (left.length < order.length)
    storage.setItem("order", JSON.stringify(left));
}
