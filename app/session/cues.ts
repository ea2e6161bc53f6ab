import { Routine } from "../../common/routine";
import { Step, isSetStart, isWork } from "./cursor";

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

/** A step of a routine, and how far it has been told. */
export interface Telling {
  readonly routine: Routine;
  step: Step;
  /** Ms from the step's start to its end. */
  stepLength: number;
  /** Cues up to so many ms into the step are told. */
  told: number;
}

/** Shortest hold with a middle to tell, and with counted final seconds. */
const HALFWAY_FROM = 20000;
const ENDING_FROM = 10000;
/** How many final seconds are counted. */
const COUNTED = 3000;

/** Adds the cues with which a step begins to the list. */
export function entryCues(routine: Routine, step: Step, cues: Cue[]): void {
  const { phase, rep } = step;
  if (phase === "done") cues.push("finish");
  else if (phase === "between") cues.push("next");
  else if (phase === "rest" || phase === "switch") cues.push(phase);
  else if (isWork(phase)) {
    const { kind, reps } = routine.items[step.item]!;
    if (isSetStart(routine, step)) cues.push("go");
    if (kind === "reps" && phase !== "hold" && routine.preferences.repPulses) {
      cues.push(phase === "lift" && rep + 1 === reps ? "last" : phase);
    }
  }
}

/** The middle of a step, in ms, when it is worth telling; else -1. */
function middleOf({ routine, step, stepLength }: Telling): number {
  return step.phase === "hold" &&
    routine.preferences.halfway &&
    stepLength >= HALFWAY_FROM
    ? stepLength / 2
    : -1;
}

/**
 * The next moment inside a step at which a cue is due: ms into the step, after
 * what is told and before its end, or -1 for none. A step's own beginning never
 * counts, so that a short rest does not blur with the cue that opened it.
 */
export function cueAfter(telling: Telling): number {
  const { phase } = telling.step;
  const { told, stepLength } = telling;
  if (phase === "lift" || phase === "lower" || phase === "done") return -1;
  const middle = middleOf(telling);
  if (told < middle) return middle;
  if (
    !telling.routine.preferences.finalSeconds ||
    (phase === "hold" && stepLength < ENDING_FROM)
  ) {
    return -1;
  }
  const counted = stepLength - COUNTED;
  if (told < counted) return counted;
  const at = told + 1000 - ((told - counted) % 1000);
  return at < stepLength ? at : -1;
}

/** Which cue is due inside a step, at `at` ms. */
export function innerCue(telling: Telling, at: number): Cue {
  if (telling.step.phase !== "hold") return "tick";
  return at === middleOf(telling) ? "halfway" : "ending";
}
