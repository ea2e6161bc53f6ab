/** One minute of the watch's history; undefined where it was not measured. */
export type Minute = readonly [
  steps: number | undefined,
  heart: number | undefined,
];

/** What makes a run: steps a minute, minutes, beats a minute. */
const enum Bound {
  /** From walking to running is about 140 (PMC8629136). */
  LeastSteps = 140,
  /** Runners do 171 ± 8; more than this is no running. Judgement. */
  MostSteps = 220,
  /** As Garmin's Move IQ takes a run for one. */
  Minutes = 10,
  /** A red light. Judgement, as the next two. */
  Gap = 2,
  /** How long ago it may have ended. */
  Ago = 40,
  /** How far back is looked. */
  Within = 60,
  /** Running is at 64 % of the highest rate or more: 99 at an age of 65, 115 at 40. */
  Heart = 100,
  /** Seconds between two ends of the same run at most: minutes may be measured late. */
  Same = 600,
  /** Runs in a row that home told and nobody answered: after them it tells none for so many seconds. */
  Unanswered = 3,
  Away = 14 * 86400,
}

function isRunMinute(minute: Minute): boolean {
  const steps = minute[0];
  return (
    steps !== undefined && steps >= Bound.LeastSteps && steps <= Bound.MostSteps
  );
}

/**
 * The run that ended last within the minutes given, the newest first: how many
 * minutes were run, and how many have passed since; undefined where there was
 * none. Steps make a run; a heart that beats slowly in them rules it out, if it
 * is known in half of the minutes or more.
 */
export function runIn(
  minutes: ReadonlyArray<Minute>,
): [minutes: number, ago: number] | undefined {
  const length = Math.min(minutes.length, Bound.Within);
  let ended = -1;
  let run = 0;
  let beats = 0;
  let known = 0;
  let gap = 0;
  for (let i = 0; i <= length; i++) {
    const minute = minutes[i];
    if (i < length && minute && isRunMinute(minute)) {
      if (ended < 0) ended = i;
      run++;
      gap = 0;
      if (minute[1]) {
        known++;
        beats += minute[1];
      }
    } else if (ended >= 0 && (++gap > Bound.Gap || i === length)) {
      const slow = known * 2 >= run && beats < known * Bound.Heart;
      if (run >= Bound.Minutes && ended <= Bound.Ago && !slow)
        return [run, ended];
      ended = -1;
      run = beats = known = gap = 0;
    }
  }
  return undefined;
}

/** Whether two ends of runs, in seconds since 1970, are of the same run. */
export function isSameRun(a: number, b: number): boolean {
  return Math.abs(a - b) <= Bound.Same;
}

/**
 * How many runs home has told in a row without an answer, with the one that ended at
 * `end`; 0 where that one is not told. The newest it told ended at `told`, and was
 * the `unanswered`th of those; that is 0 where a session followed, -1 where it was no
 * run. Both ends are seconds since 1970.
 */
export function toldRuns(
  end: number,
  told: number,
  unanswered: number,
): number {
  if (isSameRun(end, told)) return Math.max(0, unanswered);
  if (unanswered < Bound.Unanswered) return Math.max(0, unanswered) + 1;
  return Math.abs(end - told) < Bound.Away ? 0 : 1;
}
