import type { KeyValueStore } from "../../phone/key-value-store";

/** An object of strings as the storage that the phone's code works on; it changes the object. */
export function storeOf(strings: Record<string, string>): KeyValueStore {
  return {
    get length() {
      return Object.keys(strings).length;
    },
    key: (index) => Object.keys(strings)[index] ?? null,
    getItem: (key) => (Object.hasOwn(strings, key) ? strings[key]! : null),
    setItem: (key, value) => void (strings[key] = value),
    removeItem: (key) => void delete strings[key],
  };
}
