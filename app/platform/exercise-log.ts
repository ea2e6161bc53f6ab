import { me } from "appbit";
import exercise from "exercise";
import { Measured } from "../session/session";
import { attempt } from "./failures";

/** The name under which the session stands in the wearer's activity log. */
const TYPE = "Core";

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

/** Active time in ms, which no change of the clock moves; undefined without. */
export function steadyTime(): number | undefined {
  const known = stats();
  return known && known.activeTime;
}

/** Heart rate and calories so far, as far as they are known. */
export function measure(): Measured {
  const known = stats();
  const heart = known && known.heartRate;
  const average = (heart && heart.average) || 0;
  const max = (heart && heart.max) || 0;
  const calories = (known && known.calories) || 0;
  return {
    heartRate:
      average > 0 && max > 0
        ? { average: Math.round(average), max: Math.round(max) }
        : undefined,
    calories: calories > 0 ? Math.round(calories) : undefined,
  };
}
