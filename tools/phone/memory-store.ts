import type { KeyValueStore } from "../../phone/key-value-store";

/**
 * An object of strings as the storage that the phone's code works on; it changes the object, which
 * nobody else may change meanwhile.
 */
export function storeOf(strings: Record<string, string>): KeyValueStore {
  // Made anew when a key comes or goes: all are asked for, one by one.
  let listed: string[] | undefined;
  const keys = () => (listed ??= Object.keys(strings));
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => (Object.hasOwn(strings, key) ? strings[key]! : null),
    setItem: (key, value) => {
      if (!Object.hasOwn(strings, key)) listed = undefined;
      strings[key] = value;
    },
    removeItem: (key) => {
      listed = undefined;
      delete strings[key];
    },
  };
}
