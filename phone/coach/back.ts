import { CoachSession } from "./session";
import { DAY, K } from "./constants";

/** The lower of the middle values; undefined of none. */
export function lowerMedian(values: ReadonlyArray<number>): number | undefined {
  const sorted = values.slice().sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Answers before sessions that did not follow a run, with their time, oldest first. */
function restAnswers(
  sessions: ReadonlyArray<CoachSession>,
): Array<{ at: number; back: number }> {
  const answers: Array<{ at: number; back: number }> = [];
  sessions.forEach(({ start, before, postRun }) => {
    if (before !== undefined && !postRun)
      answers.push({ at: start, back: before });
  });
  return answers;
}

/**
 * The runner's usual back at a moment (seconds since 1970): the lower median of
 * the last ten answers of 60 days; undefined while there are fewer than five.
 */
export function usualAt(
  sessions: ReadonlyArray<CoachSession>,
  now: number,
): number | undefined {
  const from = now - K.usualDays * DAY;
  const answers = restAnswers(sessions)
    .filter(({ at }) => at >= from && at <= now)
    .slice(-K.usualAnswers);
  return answers.length < K.usualFrom
    ? undefined
    : lowerMedian(answers.map(({ back }) => back));
}

/** The same, with what is taken for it while it is not known. */
export function usualOr(
  sessions: ReadonlyArray<CoachSession>,
  now: number,
): number {
  const usual = usualAt(sessions, now);
  return usual === undefined ? K.usualOtherwise : usual;
}
