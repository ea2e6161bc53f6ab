import { lengthOf, patternOf } from "../vibration/patterns";

const HEIGHT = 16;
/** Milliseconds that one pixel of width stands for. */
const MS_PER_UNIT = 14;

/** A vibration as a row of bars, one for each pulse: its width is the duration, its height the strength. */
export function PatternShape({ name }: { name: string }) {
  const pattern = patternOf(name);
  const width = lengthOf(pattern) / MS_PER_UNIT;
  return (
    <svg
      class="pattern-shape"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
    >
      {pattern.pulses.map(({ at, ms, strength }) => {
        const height = HEIGHT * (0.3 + 0.7 * strength);
        return (
          <rect
            key={at}
            x={at / MS_PER_UNIT}
            y={(HEIGHT - height) / 2}
            width={ms / MS_PER_UNIT}
            height={height}
            rx="1.5"
          />
        );
      })}
    </svg>
  );
}
