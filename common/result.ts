/** Why something that came in is refused. */
export interface Fault {
  /** Path of the field, such as `items[2].sets`; "routine" for the whole. */
  field: string;
  /** What was found, shortened and safe to print. */
  value: string;
  /** What would have been accepted. */
  allowed: string;
}

/** A value, or the reason there is none. Nothing here ever throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/**
 * Any value as text of about 40 characters. Lists and objects are only named:
 * printing a huge one would cost the watch its memory.
 */
export function printed(value: unknown): string {
  if (typeof value === "string") {
    const text = JSON.stringify(value.slice(0, 40));
    return text.length > 40 ? text.slice(0, 39) + "…" : text;
  }
  if (Array.isArray(value)) return "a list of " + value.length;
  return typeof value === "object" && value ? "an object" : String(value);
}

/** A refusal. */
export function fault(
  field: string,
  value: unknown,
  allowed: string,
): { ok: false; fault: Fault } {
  return { ok: false, fault: { field, value: printed(value), allowed } };
}

/** One line for people: field, value, allowed. */
export function faultText(f: Fault): string {
  return f.field + " is " + f.value + "; allowed: " + f.allowed;
}
