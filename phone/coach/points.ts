import { K } from "./constants";
import {
  CoachSession,
  DoneItem,
  isLegWorse,
  isPainful,
  isPart,
  isPlanned,
  isTooHard,
  itemOf,
  rise,
} from "./session";
import {
  CoachState,
  ExerciseState,
  withExercises,
  withoutPoints,
} from "./state";

/** A session that is good for what was done in full in it; `usual` is the back's. */
export function isGood(session: CoachSession, usual: number): boolean {
  const { after } = session;
  const most = Math.max(K.goodAfterLeast, Math.min(K.goodAfterMost, usual));
  return (
    isPlanned(session) &&
    after !== undefined &&
    after <= most &&
    rise(session) <= K.calmRise &&
    !isTooHard(session) &&
    !isLegWorse(session)
  );
}

/** Whether a session takes away what an exercise has earned. */
export function loses(session: CoachSession, item: DoneItem): boolean {
  return (
    (item.begun && (isPainful(session) || isTooHard(session))) ||
    item.hurt !== undefined ||
    (isPlanned(session) && isPart(item) && !session.postRun)
  );
}

/** Points of a good session: more where the runner could have done more. */
export function earns({ check }: CoachSession): number {
  return check && check.effort === 1 ? K.couldDoMore : K.aboutRight;
}

function earning(
  exercise: ExerciseState,
  session: CoachSession,
): ExerciseState {
  const early = session.start - exercise.lastGood < K.between;
  if (exercise.lastGood && early) return exercise;
  return {
    ...exercise,
    points: exercise.points + earns(session),
    good: exercise.good + 1,
    lastGood: session.start,
  };
}

/**
 * What each exercise has earned after a session with answers. When the morning
 * after is told to be worse, all begin anew.
 */
export function withEarned(
  state: CoachState,
  session: CoachSession,
  usual: number,
): CoachState {
  const { check, after } = session;
  if (!check) return state;
  const good = isGood(session, usual);
  return withExercises(state, (exercise, key) => {
    const item = itemOf(session, key);
    const worse = check.morning === 1;
    const kept = worse ? withoutPoints(exercise) : exercise;
    if (!item) return kept;
    if (loses(session, item)) return withoutPoints(kept);
    if (!isPlanned(session) || !item.full) return kept;
    if (after === undefined) return { ...kept, quiet: kept.quiet + 1 };
    const answered = { ...kept, quiet: 0 };
    return good && !worse ? earning(answered, session) : answered;
  });
}

/** Whether at least 18 hours lie between two sessions. */
export function isApart(before: number, after: number): boolean {
  return after - before >= K.between;
}
