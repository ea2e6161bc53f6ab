/** The seal of what was folded in so far, less its length's part. */
let seal = 0;
/** 31 to the power of the length of what was folded in, and that length. */
let power = 1;
let folded = 0;

/**
 * Folds the text of a value into the seal. That of a list is never made as a
 * whole: it would take too much of the watch's memory.
 */
function fold(value: unknown): void {
  if (value instanceof Array) {
    for (let i = 0; i < value.length; i++) {
      if (i) fold(",");
      fold(value[i]);
    }
    return;
  }
  const text = String(value);
  for (let i = 0; i < text.length; i++) {
    seal = (seal * 31 + text.charCodeAt(i)) & 0xffffff;
    power = (power * 31) & 0xffffff;
    folded++;
  }
}

/**
 * A number that changes with nearly any change of the value: its text's length,
 * then the codes of its letters, each added to 31 times what was before.
 */
export function sealOf(value: unknown): number {
  seal = folded = 0;
  power = 1;
  fold(value);
  return (folded * power + seal) & 0xffffff;
}
