import { Result, fault } from "../../common/result";
import { LoneCheck } from "../../common/wire/coach";
import { UNANSWERED } from "./answers";

/** The answers of a check that no session followed that a runner can correct. */
export const CHECK_ANSWERS = ["back", "leg"] as const;

export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

/** The highest value of each; the lowest is 0. */
const MOST: { readonly [answer in CheckAnswer]: number } = { back: 10, leg: 3 };

/** The values that an answer can have, "-" first. */
export function checkValuesOf(answer: CheckAnswer): string[] {
  const values = [UNANSWERED];
  for (let one = 0; one <= MOST[answer]; one++) values.push(String(one));
  return values;
}

/** What was answered, as a value. */
export function checkAnswerOf(check: LoneCheck, answer: CheckAnswer): string {
  const value = check[answer];
  return value === undefined ? UNANSWERED : String(value);
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
  const known = CHECK_ANSWERS.filter((one) => one === answer)[0];
  if (!known) return fault("answer", answer, CHECK_ANSWERS.join(", "));
  const values = checkValuesOf(known);
  if (values.indexOf(value) < 0) return fault(known, value, values.join(", "));
  const number = value === UNANSWERED ? undefined : Number(value);
  return { ok: true, value: { ...check, [known]: number } };
}
