import { me } from "appbit";
import exercise from "exercise";
import { Measured } from "../session/session";

/** The name under which the session stands in the wearer's activity log. */
const TYPE = "Core";

/**
 * The Exercise API around a session. Nothing here throws: without the
 * permission, the API or the right state the session goes on the same.
 */
function attempt(action: () => void): void {
  try {
    if (exercise && me.permissions.granted("access_exercise")) action();
  } catch {
    // The log entry is a bonus, never worth the session.
  }
}

/** Begins a log entry; one left over from a crash is closed first. */
export function startWorkout(): void {
  attempt(() => {
    if (exercise.state !== "stopped") exercise.stop();
  });
  attempt(() => exercise.start(TYPE, { autopause: false, gps: false }));
}

export function pauseWorkout(): void {
  attempt(() => exercise.pause());
}

export function resumeWorkout(): void {
  attempt(() => exercise.resume());
}

export function stopWorkout(): void {
  attempt(() => {
    if (exercise.state !== "stopped") exercise.stop();
  });
}

/** Active time in ms, which no change of the clock moves; undefined without. */
export function steadyTime(): number | undefined {
  let time: number | undefined;
  attempt(() => {
    if (exercise.state === "started" && exercise.stats) {
      time = exercise.stats.activeTime;
    }
  });
  return time;
}

function positive(value: number | undefined): value is number {
  return typeof value === "number" && value > 0;
}

/** Heart rate and calories of the log entry so far, as far as they are known. */
export function measure(): Measured {
  const measured: Measured = {};
  attempt(() => {
    const stats = exercise.stats;
    if (!stats) return;
    if (positive(stats.calories))
      measured.calories = Math.round(stats.calories);
    const heart = stats.heartRate;
    if (heart && positive(heart.average) && positive(heart.max)) {
      measured.heartRate = {
        average: Math.round(heart.average),
        max: Math.round(heart.max),
      };
    }
  });
  return measured;
}
