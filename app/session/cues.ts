import { Preferences, Routine } from "../../common/routine";
import { Step, isWork } from "./cursor";

/** What the wrist is told. How it feels is the haptics room's business. */
export type Cue =
  | "tick"
  | "lift"
  | "lower"
  | "last"
  | "go"
  | "halfway"
  | "ending"
  | "rest"
  | "switch"
  | "next"
  | "finish"
  | "pause"
  | "resume";

/** Shortest hold with a middle to tell, and with counted final seconds. */
const HALFWAY_FROM = 20000;
const ENDING_FROM = 10000;
/** How many final seconds are counted. */
const COUNTED = 3000;

/** Adds the cues with which a step begins to the list. */
export function entryCues(plan: Routine, step: Step, cues: Cue[]): void {
  const pulses = plan.preferences.repPulses;
  const phase = step.phase;
  if (phase === "done") cues.push("finish");
  else if (phase === "between") cues.push("next");
  else if (phase === "rest" || phase === "switch") cues.push(phase);
  else if (phase === "lower") {
    if (pulses) cues.push("lower");
  } else if (isWork(phase)) {
    const item = plan.items[step.item]!;
    if (item.kind === "hold") cues.push("go");
    else if (phase === "lift") {
      if (step.rep === 0) cues.push("go");
      if (pulses) cues.push(step.rep + 1 === item.reps ? "last" : "lift");
    }
  }
}

/** The earliest counted second after `from`, in ms into the step, or -1. */
function countedAfter(from: number, length: number): number {
  if (from < length - COUNTED) return length - COUNTED;
  const at = from + 1000 - ((from - length + COUNTED) % 1000);
  return at < length ? at : -1;
}

/**
 * The next moment inside a step at which a cue is due: ms into the step, after
 * `from` and before `length`, or -1 for none. A step's own beginning never
 * counts, so that a short rest does not blur with the cue that opened it.
 */
export function cueAfter(
  phase: Step["phase"],
  preferences: Preferences,
  from: number,
  length: number,
): number {
  const hold = phase === "hold";
  if (phase === "lift" || phase === "lower" || phase === "done") return -1;
  const middle = length / 2;
  if (hold && preferences.halfway && length >= HALFWAY_FROM && from < middle) {
    return middle;
  }
  if (!preferences.finalSeconds || (hold && length < ENDING_FROM)) return -1;
  return countedAfter(from < 0 ? 0 : from, length);
}

/** Which cue is due inside a step, at `at` ms of `length`. */
export function innerCue(
  phase: Step["phase"],
  preferences: Preferences,
  at: number,
  length: number,
): Cue {
  if (phase !== "hold") return "tick";
  return preferences.halfway && length >= HALFWAY_FROM && at === length / 2
    ? "halfway"
    : "ending";
}
