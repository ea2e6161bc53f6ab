/** The value of a JSON text; undefined for anything else. */
export function fromJson(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The fields of a JSON object; of any other value, none. */
export function fieldsOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { [key: string]: unknown })
    : {};
}

/** A whole number from 0 to `max` (32 bits), or the fallback. */
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
