import { me } from "appbit";
import exercise from "exercise";
import { Measured } from "../session/record";
import { attempt } from "./failures";

/**
 * The type under which the session stands in the wearer's activity log: the only
 * text that the system takes, so no name of ours goes with it (decision 17).
 */
const TYPE = "workout";

/** What the log entry has measured so far; undefined without one. */
function stats(): typeof exercise.stats {
  try {
    return exercise.state === "stopped" ? undefined : exercise.stats;
  } catch {
    return undefined;
  }
}

type Action = "start" | "pause" | "resume" | "stop";

function act(action: Action): void {
  if (!me.permissions.granted("access_exercise")) return;
  const { state } = exercise;
  // One that is left over from a crash is closed before another starts.
  if (state !== "stopped" && (action === "start" || action === "stop")) {
    exercise.stop();
  }
  if (action === "start") {
    exercise.start(TYPE, { autopause: false, gps: false });
  } else if (action === "pause" && state === "started") exercise.pause();
  // A session that goes on after a crash has just started its own.
  else if (action === "resume" && state === "paused") exercise.resume();
}

/**
 * Keeps the wearer's activity log in step with the session. Never throws:
 * without the permission, the API or the right state all goes on the same.
 */
export function workout(action: Action): void {
  attempt(null, act, action);
}

/** Active time in ms, which no change of the clock moves; not a number without. */
export function steadyTime(): number {
  const known = stats();
  return known ? known.activeTime! : NaN;
}

/** A whole number above 0, or -1 for unknown. */
function known(value: number | null | undefined): number {
  return value! > 0 ? Math.round(value!) : -1;
}

/**
 * Heart rate and calories so far, as far as they are known. Of a session that was
 * `cut` the log has a part only, which says nothing of the whole.
 */
export function measure(cut: number): Measured {
  const now = cut ? undefined : stats();
  const heart = now && now.heartRate;
  const average = known(heart && heart.average);
  const max = known(heart && heart.max);
  const both = average > 0 && max > 0;
  return [both ? average : -1, both ? max : -1, known(now && now.calories)];
}
