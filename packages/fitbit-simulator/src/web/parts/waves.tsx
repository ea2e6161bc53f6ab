import { feel } from "../page";
import { lengthOf } from "../feel/patterns";
import { PatternShape } from "./pattern-shape";

/** The latest vibration: waves beside the watch, and its pattern below. */
export function Waves() {
  const felt = feel.felt.value;
  if (felt === undefined) return null;
  const { number, name, pattern } = felt;
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
