import { cueAfter, entryCues, innerCue } from "./cues";
import { isSetStart, isWork, nextStep, stepSeconds } from "./cursor";
import { Player } from "./player";
import { tallyIndex } from "./tally";

/** Ms of a hold after which its progress goes into the journal again. */
const HOLD_MARK = 10000;

/** Counts the hold as far as it went, up to `until`. */
export function addHold(player: Player, until: number): void {
  const { routine, step, holdMs, stepStart, stepLength } = player;
  if (step.phase !== "hold" || player.fresh) return;
  const index = tallyIndex(routine, step);
  const held = Math.min(until - stepStart, stepLength);
  holdMs[index] = (holdMs[index] || 0) + held;
}

/** The session is over, at its own end or before. */
export function finish(player: Player, at: number, completed: boolean): void {
  player.status = "finished";
  player.completed = completed;
  player.stoppedAt = at;
}

/** Begins the step that was reached: from here on it counts and is felt. */
export function begin(player: Player): void {
  const { routine, step } = player;
  player.fresh = false;
  player.told = 0;
  if (isWork(step.phase)) {
    player.begun = true;
    // A set that starts over counts once.
    if (isSetStart(routine, step)) {
      const index = tallyIndex(routine, step);
      player.reps[index] = player.holdMs[index] = 0;
      player.complete[index] = false;
    }
  }
  entryCues(routine, step, player.cues);
  if (step.phase === "done") finish(player, player.stepStart, true);
}

/**
 * Gives the step at which the cursor stands its time, and begins it; while
 * paused it waits for that.
 */
export function enter(player: Player, at: number): void {
  const { routine, step } = player;
  player.stepCount++;
  player.stepStart = at;
  player.stepLength = stepSeconds(routine, step) * 1000;
  player.holdMarks = 0;
  player.fresh = true;
  if (player.status !== "paused" || step.phase === "done") begin(player);
}

/** The step has run its time: counts it and moves on. */
function leaveInTime(player: Player): void {
  const { routine, step, stepStart, stepLength } = player;
  const { phase } = step;
  const end = stepStart + stepLength;
  addHold(player, end);
  const index = tallyIndex(routine, step);
  nextStep(routine, step);
  const worked = isWork(phase);
  const waits = !isWork(step.phase);
  if (phase === "lower") player.reps[index] = (player.reps[index] || 0) + 1;
  if (worked && waits) player.complete[index] = true;
  if (!worked || waits || phase === "lower") player.news = true;
  enter(player, end);
}

/** Goes on to `now`, adding to the cues that are there. */
export function catchUp(player: Player, now: number): void {
  while (player.status === "running") {
    const passed = now - player.stepStart;
    const due = cueAfter(player);
    if (due >= 0 && due <= passed) {
      player.cues = [innerCue(player, due)];
      player.told = due;
      player.cuesAt = player.stepStart + due;
    } else if (player.stepLength <= passed) {
      const { cues, cuesAt } = player;
      const before = cues.length;
      leaveInTime(player);
      if (cues.length > before) {
        const at = player.stepStart;
        if (at !== cuesAt) cues.splice(0, before);
        player.cuesAt = at;
      }
    } else {
      const marks = Math.floor(passed / HOLD_MARK);
      if (player.step.phase === "hold" && marks > player.holdMarks) {
        player.holdMarks = marks;
        player.news = true;
      }
      return;
    }
  }
}

/** Goes on to `now`; a late call keeps only the newest moment's cues. */
export function advance(player: Player, now: number): void {
  player.cues = [];
  catchUp(player, now);
}

/** Session time at which `advance` is next worth calling, or -1 for never. */
export function nextDue(player: Player): number {
  if (player.status !== "running") return -1;
  const { stepLength } = player;
  const due = cueAfter(player);
  return (
    player.stepStart +
    Math.min(
      due < 0 ? stepLength : due,
      player.step.phase === "hold"
        ? (player.holdMarks + 1) * HOLD_MARK
        : stepLength,
    )
  );
}
