import { Routine } from "../../common/routine";
import { Step, isSetStart, isWork } from "./cursor";

/** What is told by vibration. How it feels, app/platform alone knows. */
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

/** A step of a routine, and up to where its cues have been given. */
export interface CueProgress {
  readonly routine: Routine;
  step: Step;
  /** Ms from the step's start to its end. */
  stepLength: number;
  /** Cues up to so many ms into the step have been given. */
  told: number;
}

/** Ms; shortest hold whose middle is told, and whose final seconds are counted. */
const HALFWAY_FROM = 20000;
const ENDING_FROM = 10000;
/** Ms before the end from which each second is counted. */
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

/** The middle of a step, in ms, or -1 when it is not told. */
function middleOf({ routine, step, stepLength }: CueProgress): number {
  return step.phase === "hold" &&
    routine.preferences.halfway &&
    stepLength >= HALFWAY_FROM
    ? stepLength / 2
    : -1;
}

/**
 * The next moment inside a step at which a cue is due: ms into the step, after
 * what has been given and before its end, or -1 for none. No cue is due at the
 * step's own beginning: it would come together with the cue that began it.
 */
export function cueAfter(progress: CueProgress): number {
  const { phase } = progress.step;
  const { told, stepLength } = progress;
  if (phase === "lift" || phase === "lower" || phase === "done") return -1;
  const middle = middleOf(progress);
  if (told < middle) return middle;
  if (
    !progress.routine.preferences.finalSeconds ||
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
export function innerCue(progress: CueProgress, at: number): Cue {
  if (progress.step.phase !== "hold") return "tick";
  return at === middleOf(progress) ? "halfway" : "ending";
}
