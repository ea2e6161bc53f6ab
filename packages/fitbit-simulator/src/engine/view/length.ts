/**
 * Resolves a length of the platform: a sum without spaces of pixels (`12`, `12px`), shares of the
 * container (`50%`) and `$`, the end of the element before: `50%+20`, `$-4`.
 * Anything else counts as `otherwise`.
 * @param whole what 100 % stands for, in pixels
 * @param previousEnd what `$` stands for, in pixels
 */
export function resolveLength(
  value: string | undefined,
  whole: number,
  previousEnd: number,
  otherwise = 0,
): number {
  if (value === undefined) return otherwise;
  const source = value.trim();
  const plain = Number(source);
  if (source !== "" && !Number.isNaN(plain))
    return Number.isFinite(plain) ? plain : otherwise;
  const term = /\s*(?:([+-])\s*)?(?:(\$)|(\d*\.?\d+)(%|px)?)/y;
  let sum = 0;
  while (term.lastIndex < source.length) {
    const found = term.exec(source);
    if (found === null) return otherwise;
    const sign = found[1] === "-" ? -1 : 1;
    if (found[2] === "$") sum += sign * previousEnd;
    else
      sum += (sign * Number(found[3]) * (found[4] === "%" ? whole : 100)) / 100;
  }
  return source === "" ? otherwise : sum;
}
