// Values between two values of an animation.

/** The value at a share of the way through a list of values. */
export function between(
  values: readonly string[],
  share: number,
): string | undefined {
  const place = Math.min(1, Math.max(0, share)) * (values.length - 1);
  const from = values[Math.floor(place)];
  const to = values[Math.ceil(place)];
  if (from === undefined || to === undefined) return values.at(-1);
  const way = place - Math.floor(place);
  return mixColours(from, to, way) ?? mixNumbers(from, to, way);
}

const NUMBER = /^\s*[-+]?[\d.]+(%|px)?\s*$/;

/** Numbers, pixels and shares mix; anything else holds until the next value is reached. */
function mixNumbers(from: string, to: string, way: number): string {
  const unit = NUMBER.exec(to)?.[1] ?? "";
  if (!NUMBER.test(from) || !NUMBER.test(to)) return way < 1 ? from : to;
  const start = Number.parseFloat(from);
  return `${start + (Number.parseFloat(to) - start) * way}${unit}`;
}

function mixColours(from: string, to: string, way: number): string | undefined {
  const hex = /^#([0-9a-f]{6})$/i;
  const a = hex.exec(from)?.[1];
  const b = hex.exec(to)?.[1];
  if (a === undefined || b === undefined) return undefined;
  let mixed = "#";
  for (let at = 0; at < 6; at += 2) {
    const x = parseInt(a.slice(at, at + 2), 16);
    const y = parseInt(b.slice(at, at + 2), 16);
    mixed += Math.round(x + (y - x) * way)
      .toString(16)
      .padStart(2, "0");
  }
  return mixed;
}
