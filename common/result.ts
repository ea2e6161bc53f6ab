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

/** Prints any value in at most 40 characters. */
export function show(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (_) {
    text = undefined;
  }
  if (text === undefined) text = String(value);
  return text.length > 40 ? text.slice(0, 39) + "…" : text;
}

/** A refusal. */
export function fault(
  field: string,
  value: unknown,
  allowed: string,
): { ok: false; fault: Fault } {
  return { ok: false, fault: { field, value: show(value), allowed } };
}

/** One line for people: field, value, allowed. */
export function faultText(f: Fault): string {
  return f.field + " is " + f.value + "; allowed: " + f.allowed;
}
