/**
 * The value of an option that takes a whole number.
 * @throws RangeError that says what is allowed
 */
export function wholeNumber(
  option: string,
  text: string,
  least: number,
): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new RangeError(
    `--${option} is "${text}"; allowed: a whole number from ${least}`,
  );
}
