import { isExtension } from "./classes";
import { Choices, CoachItem } from "./choices";
import { DAY, K } from "./constants";
import { CoachSession, known } from "./session";
import { Change, CoachState, ExerciseState, gateOf } from "./state";

/** Whether there is room for a raise in the seven days before a moment. */
export function isRaiseFree({ log }: CoachState, at: number): boolean {
  const raises = log.filter(
    (one) =>
      one.rule === "D-6" && !one.waits && at - one.at < K.raisesDays * DAY,
  );
  return raises.length < K.raises;
}

/** Whether an exercise may go up at a moment, whatever it has earned. */
export function mayRise(
  state: CoachState,
  { key, included, cap }: CoachItem,
  at: number,
): boolean {
  const exercise = state.exercises[key];
  return (
    !!exercise &&
    included &&
    !gateOf(state, key) &&
    exercise.step < cap &&
    at - exercise.raised >= K.afterRaise * DAY &&
    at - exercise.lowered >= K.afterLess * DAY &&
    at >= exercise.rest
  );
}

/** Whether an exercise has earned a raise by good sessions. */
function hasEarned({ points, good, step, held }: ExerciseState): boolean {
  const needed = step < held ? K.pointsBelowHeld : K.points;
  return points >= needed && good >= K.goodSessions;
}

/** Whether a raise is still suggested, by points or by full sessions without answers. */
export function isDue(exercise: ExerciseState): boolean {
  return hasEarned(exercise) || exercise.quiet >= K.fullUnanswered;
}

/** The lowest on its ladder; of equals the first of the routine, those that bend backwards last. */
function lowest(
  state: CoachState,
  items: ReadonlyArray<CoachItem>,
): CoachItem | undefined {
  const step = ({ key }: CoachItem): number =>
    2 * state.exercises[key]!.step + (isExtension(key) ? 1 : 0);
  return items.slice().sort((a, b) => step(a) - step(b))[0];
}

/**
 * The raise that a session leads to, or the suggestion of one; undefined for
 * none. Full sessions without answers only suggest.
 */
export function raiseOf(
  state: CoachState,
  choices: Choices,
  { start, id, after, check }: CoachSession,
): Change | undefined {
  if (!isRaiseFree(state, start)) return undefined;
  const open = choices.items.filter((item) => mayRise(state, item, start));
  const those = (fits: (exercise: ExerciseState) => boolean): CoachItem[] =>
    open.filter(({ key }) => fits(state.exercises[key]!));
  const answered = after !== undefined;
  const item = lowest(state, those(answered ? hasEarned : isQuiet));
  if (!item) return undefined;
  const { step, points, good, quiet } = state.exercises[item.key]!;
  const effort = known(check && check.effort);
  const why: Change["why"] = answered
    ? { points, good, effort, after: known(after) }
    : { full: quiet };
  return {
    ...{ rule: "D-6", exercise: item.key, from: step, to: step + 1 },
    ...{ at: start, session: id, why },
    ...(answered && choices.mode === "auto" ? {} : { waits: true }),
  };
}

function isQuiet({ quiet }: ExerciseState): boolean {
  return quiet >= K.fullUnanswered;
}
