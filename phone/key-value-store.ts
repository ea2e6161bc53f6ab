import { fromJson } from "./json";

/** Texts under keys, as `localStorage` and `settingsStorage` keep them. */
export interface KeyValueStore {
  readonly length: number;
  /** The key at a place, 0 to `length` - 1; null beyond. */
  key(index: number): string | null;
  /** The text under a key; null when there is none. */
  getItem(key: string): string | null;
  /** @throws When there is no room; the text before then stays. */
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** All keys at this moment, in the order of the store. */
export function keysOf(store: KeyValueStore): string[] {
  const keys: string[] = [];
  for (let i = 0; i < store.length; i++) {
    const key = store.key(i);
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** The JSON value under a key; undefined when missing or not JSON. */
export function storedJson(store: KeyValueStore, key: string): unknown {
  return fromJson(store.getItem(key));
}

/** False when the action threw, as a store does when it is full. */
export function succeeds(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
