import { fieldsOf } from "../json";

/**
 * Why an answer was not corrected: its session is not among the newest, is without
 * answers, began too long ago; it is no answer or no value of it; or there is no room.
 */
const REASONS = ["unknown", "unasked", "late", "bad", "full"] as const;

export interface RefusedAnswer {
  reason: (typeof REASONS)[number];
  /** What was wrong and what is allowed, in one line; empty where the reason says all. */
  what: string;
}

/** Reads a stored refusal; undefined for anything else. */
export function readRefusedAnswer(value: unknown): RefusedAnswer | undefined {
  const { reason, what } = fieldsOf(value);
  const known = REASONS.filter((one) => one === reason)[0];
  return known && { reason: known, what: typeof what === "string" ? what : "" };
}
