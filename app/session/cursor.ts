import { Item, Routine } from "../../common/routine";

/** What the runner does, or waits for, at one moment. */
export type Phase =
  "ready" | "lift" | "hold" | "lower" | "rest" | "switch" | "between" | "done";

/**
 * A place in a session. All counts start at 0. In ready, rest, switch and
 * between, item, set and side name the work that comes next; at done, item
 * is the number of items.
 */
export interface Step {
  item: number;
  set: number;
  side: number;
  rep: number;
  phase: Phase;
}

/** True in lift, hold and lower: something is being done. */
export function isWork(phase: Phase): phase is "lift" | "hold" | "lower" {
  return phase === "lift" || phase === "hold" || phase === "lower";
}

/** The first step of a routine, whose items are all included. */
export function firstStep(): Step {
  return { item: 0, set: 0, side: 0, rep: 0, phase: "ready" };
}

function itemAt(routine: Routine, step: Step): Item {
  return routine.items[step.item]!;
}

/** Puts the step at the first moment of work of its item, set and side. */
function toWork(routine: Routine, step: Step): void {
  step.rep = 0;
  step.phase = itemAt(routine, step).kind === "hold" ? "hold" : "lift";
}

/** Puts the step at the wait that follows the work of its set and side. */
function toWait(routine: Routine, step: Step): void {
  const item = itemAt(routine, step);
  step.rep = 0;
  if (step.side + 1 < item.sides) {
    step.side++;
    step.phase = "switch";
    return;
  }
  step.side = 0;
  if (step.set + 1 < item.sets) {
    step.set++;
    step.phase = "rest";
    return;
  }
  step.set = 0;
  step.item++;
  step.phase = step.item < routine.items.length ? "between" : "done";
}

/** True at the moment a set's work begins, on either side. */
export function isSetStart(routine: Routine, step: Step): boolean {
  const { phase, rep } = step;
  const held = itemAt(routine, step).kind === "hold";
  return phase === (held ? "hold" : "lift") && !rep;
}

/** Moves out of the set: to its rest, side switch, next exercise or done. */
export function leaveSet(routine: Routine, step: Step): void {
  if (isWork(step.phase)) toWait(routine, step);
  else if (step.phase !== "done") toWork(routine, step);
}

/** Moves one step forward; at done it stays. */
export function nextStep(routine: Routine, step: Step): void {
  const reps = isWork(step.phase) && itemAt(routine, step).kind === "reps";
  if (reps && step.phase === "lift") step.phase = "hold";
  else if (reps && step.phase === "hold") step.phase = "lower";
  else if (reps && step.rep + 1 < itemAt(routine, step).reps) {
    step.rep++;
    step.phase = "lift";
  } else leaveSet(routine, step);
}

/** Moves to the work of the set and side before; at the very first it stays. */
export function previousSet(routine: Routine, step: Step): void {
  if (step.phase !== "done" && step.side > 0) step.side--;
  else if (step.phase !== "done" && step.set > 0) {
    step.set--;
    step.side = itemAt(routine, step).sides - 1;
  } else if (step.item > 0) {
    step.item--;
    step.set = itemAt(routine, step).sets - 1;
    step.side = itemAt(routine, step).sides - 1;
  } else return;
  toWork(routine, step);
}

/** Planned seconds of the step. */
export function stepSeconds(routine: Routine, step: Step): number {
  const { phase } = step;
  if (phase === "done") return 0;
  return phase === "ready" || phase === "between" || phase === "switch"
    ? routine[phase]
    : itemAt(routine, step)[phase];
}
