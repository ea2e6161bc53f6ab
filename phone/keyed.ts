/**
 * A place for strings under keys, as `localStorage` and `settingsStorage` are.
 * `setItem` throws when there is no room.
 */
export interface Keyed {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** All keys at this moment, in the order of the storage. */
export function keysOf(storage: Keyed): string[] {
  const keys: string[] = [];
  for (let i = 0; i < storage.length; i++) {
    const key = storage.key(i);
    if (key !== null) keys.push(key);
  }
  return keys;
}

/** The JSON value under a key; undefined when missing or not JSON. */
export function getJson(storage: Keyed, key: string): unknown {
  return fromJson(storage.getItem(key));
}

/** The value of a JSON text; undefined for anything else. */
export function fromJson(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The fields of a plain object; of anything else, none. */
export function fieldsOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { [key: string]: unknown })
    : {};
}

/** A whole number in range, or the fallback. */
export function wholeOr(
  value: unknown,
  fallback: number,
  max = 4294967295,
): number {
  return typeof value === "number" &&
    value % 1 === 0 &&
    value >= 0 &&
    value <= max
    ? value
    : fallback;
}
