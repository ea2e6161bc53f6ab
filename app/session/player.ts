import { Routine } from "../../common/routine";
import { Cue, CueProgress } from "./cues";
import { firstStep } from "./cursor";
import { Tally } from "./tally";

export type Status = "idle" | "running" | "paused" | "finished";

/**
 * A session as a state machine over session time (ms since its start, never
 * backwards). Every deadline is absolute: a late call catches up and the next
 * deadline stays where it was.
 */
export interface Player extends CueProgress, Tally {
  status: Status;
  /** The first set has been reached: there is something to record. */
  begun: boolean;
  /** The session ran to its end, rather than being ended. */
  completed: boolean;
  /** The cues to give now; replaced by each call. */
  cues: Cue[];
  /** The session time at which `cues` were due. */
  cuesAt: number;
  /** There is progress that is not in the journal yet. */
  news: boolean;
  /** Grows with each step that is reached: tells one step from the next. */
  stepCount: number;
  /** Session time at which the step began, pauses in it left out. */
  stepStart: number;
  /** The step was reached while paused and waits to begin. */
  fresh: boolean;
  /** Ms spent paused, up to the newest resume. */
  pausedMs: number;
  /** Session time of the newest pause, or of the end. */
  stoppedAt: number;
  /** How often the progress of this hold has been worth an entry. */
  holdMarks: number;
}

/** A session of the routine's items, all of which are included; not yet begun. */
export function newPlayer(routine: Routine): Player {
  return {
    routine,
    step: firstStep(),
    status: "idle",
    begun: false,
    completed: false,
    cues: [],
    cuesAt: 0,
    news: false,
    stepCount: 0,
    stepStart: 0,
    stepLength: 0,
    told: 0,
    fresh: false,
    pausedMs: 0,
    stoppedAt: 0,
    holdMarks: 0,
    reps: [],
    holdMs: [],
    complete: [],
    skipped: [],
  };
}

/** Session time in ms up to which the session has gone: not beyond a pause. */
export function timeReached(
  { status, stoppedAt }: Player,
  now: number,
): number {
  return status === "running" ? now : stoppedAt;
}

/** Ms left of the step at session time `now`; below 0 when it is overdue. */
export function stepRemaining(player: Player, now: number): number {
  return player.stepStart + player.stepLength - timeReached(player, now);
}

/** Ms that the session has gone on at session time `now`, pauses left out. */
export function activeMs(player: Player, now: number): number {
  return timeReached(player, now) - player.pausedMs;
}
