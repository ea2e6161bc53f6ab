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

/** The first step of a plan, whose items are all included. */
export function firstStep(): Step {
  return { item: 0, set: 0, side: 0, rep: 0, phase: "ready" };
}

function itemAt(plan: Routine, step: Step): Item {
  return plan.items[step.item]!;
}

/** Puts the step at the first moment of work of its item, set and side. */
function toWork(plan: Routine, step: Step): void {
  step.rep = 0;
  step.phase = itemAt(plan, step).kind === "hold" ? "hold" : "lift";
}

/** Puts the step at the wait that follows the work of its set and side. */
function toWait(plan: Routine, step: Step): void {
  const item = itemAt(plan, step);
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
  nextItem(plan, step);
}

/** True at the moment a set's work begins, on either side. */
export function isSetStart(plan: Routine, step: Step): boolean {
  const { phase, rep } = step;
  const held = itemAt(plan, step).kind === "hold";
  return phase === (held ? "hold" : "lift") && !rep;
}

/** Moves to the change to the next exercise, or to done behind the last. */
export function nextItem(plan: Routine, step: Step): void {
  step.item++;
  step.set = step.side = step.rep = 0;
  step.phase = step.item < plan.items.length ? "between" : "done";
}

/** Moves out of the set: to its rest, side switch, next exercise or done. */
export function leaveSet(plan: Routine, step: Step): void {
  if (isWork(step.phase)) toWait(plan, step);
  else if (step.phase !== "done") toWork(plan, step);
}

/** Moves one step forward; at done it stays. */
export function nextStep(plan: Routine, step: Step): void {
  const reps = isWork(step.phase) && itemAt(plan, step).kind === "reps";
  if (reps && step.phase === "lift") step.phase = "hold";
  else if (reps && step.phase === "hold") step.phase = "lower";
  else if (reps && step.rep + 1 < itemAt(plan, step).reps) {
    step.rep++;
    step.phase = "lift";
  } else leaveSet(plan, step);
}

/** The wait that leads to the work of this item, set and side. */
function waitBefore(step: Step): Phase {
  if (step.side > 0) return "switch";
  if (step.set > 0) return "rest";
  return step.item > 0 ? "between" : "ready";
}

/** Moves to the work of the set and side before; false at the very first. */
export function previousSet(plan: Routine, step: Step): boolean {
  if (step.phase !== "done" && step.side > 0) step.side--;
  else if (step.phase !== "done" && step.set > 0) {
    step.set--;
    step.side = itemAt(plan, step).sides - 1;
  } else if (step.item > 0) {
    step.item--;
    step.set = itemAt(plan, step).sets - 1;
    step.side = itemAt(plan, step).sides - 1;
  } else return false;
  toWork(plan, step);
  return true;
}

/** Moves one step backward; false, and no move, at the first step. */
export function previousStep(plan: Routine, step: Step): boolean {
  if (!isWork(step.phase)) {
    if (!previousSet(plan, step)) return false;
    const item = itemAt(plan, step);
    step.rep = item.reps - 1;
    step.phase = item.kind === "hold" ? "hold" : "lower";
  } else if (itemAt(plan, step).kind === "reps" && step.phase === "lower") {
    step.phase = "hold";
  } else if (itemAt(plan, step).kind === "reps" && step.phase === "hold") {
    step.phase = "lift";
  } else if (step.rep > 0) {
    step.rep--;
    step.phase = "lower";
  } else step.phase = waitBefore(step);
  return true;
}

/**
 * The step at which the work of an item, set and side begins, or undefined
 * when the plan has no such place.
 */
export function seek(
  plan: Routine,
  item: number,
  set: number,
  side: number,
): Step | undefined {
  const there = plan.items[item];
  if (!there || !(set >= 0 && set < there.sets)) return undefined;
  if (!(side >= 0 && side < there.sides)) return undefined;
  const step: Step = { item, set, side, rep: 0, phase: "lift" };
  toWork(plan, step);
  return step;
}

/** Planned seconds of the step. */
export function stepSeconds(plan: Routine, step: Step): number {
  const { phase } = step;
  if (phase === "done") return 0;
  return phase === "ready" || phase === "between" || phase === "switch"
    ? plan[phase]
    : itemAt(plan, step)[phase];
}
