import { Result } from "../../common/result";
import { LoneCheck } from "../../common/wire/coach";
import {
  UNANSWERED,
  numberOf,
  readAnswer,
  valueOf,
  valuesFrom,
} from "./answers";

/** The answers of a check that no session followed that a runner can correct. */
export const CHECK_ANSWERS = ["back", "leg"] as const;

export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** The highest value of each; the lowest is 0. */
const MOST: { readonly [answer in CheckAnswer]: number } = { back: 10, leg: 3 };

/** The values that an answer can have, "-" first. */
export function checkValuesOf(answer: CheckAnswer): string[] {
  return [UNANSWERED].concat(valuesFrom(0, MOST[answer]));
}

/** What was answered, as a value. */
export function checkAnswerOf(check: LoneCheck, answer: CheckAnswer): string {
  return valueOf(check[answer]);
}

/**
 * The check with an answer in place of what was answered. Refused where the answer is
 * none of a check, or the value none of its values.
 */
export function withCheckAnswer(
  check: LoneCheck,
  answer: string,
  value: string,
): Result<LoneCheck> {
  const read = readAnswer(CHECK_ANSWERS, checkValuesOf, answer, value);
  if (!read.ok) return read;
  return { ok: true, value: { ...check, [read.value]: numberOf(value) } };
}
