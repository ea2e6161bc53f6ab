import { vibrations } from "../page";
import { lengthOf } from "../vibration/patterns";
import { PatternShape } from "./pattern-shape";

/** The newest vibration: waves around the watch, and its name and pattern above it. */
export function Waves() {
  const vibration = vibrations.latest.value;
  if (vibration === undefined) return null;
  const { number, name, pattern } = vibration;
  const looped = pattern.repeats ? "infinite" : "1";
  return (
    <div class="waves" key={number} data-pattern={name} data-number={number}>
      {pattern.pulses.map(({ at, ms, strength }) => (
        <div
          key={at}
          class="wave"
          style={{
            "--strength": strength,
            animationDelay: `${at}ms`,
            animationDuration: `${Math.max(ms * 2, 180)}ms`,
            animationIterationCount: looped,
          }}
        />
      ))}
      <div
        class="felt"
        style={{ animationDelay: `${lengthOf(pattern) + 1400}ms` }}
      >
        <PatternShape name={name} /> {name}
      </div>
    </div>
  );
}
