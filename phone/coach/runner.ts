import { Choices } from "./choices";
import { DAY, K } from "./constants";
import { isOut } from "./gate";
import { daysShut, isOffered, moveOf, onTrial, withoutGate } from "./gates";
import { isRaiseFree, mayRise } from "./raise";
import {
  Change,
  CoachState,
  Moment,
  gateOf,
  logged,
  movedTo,
  waiting,
  withExercise,
} from "./state";

/**
 * What the runner asks for on the page. Each gives the state as it was where it
 * cannot be done.
 */

/** "Do it": the raise that waits takes effect, if there is room for it now. */
export function doIt(
  state: CoachState,
  choices: Choices,
  now: number,
): CoachState {
  const change = waiting(state);
  if (!change) return state;
  const { exercise, to } = change;
  const item = choices.items.filter(({ key }) => key === exercise)[0];
  if (!item || !mayRise(state, item, now) || !isRaiseFree(state, now))
    return state;
  const done = { ...change, at: now };
  delete done.waits;
  const log = state.log.filter((one) => one !== change);
  const raised = withExercise({ ...state, log }, exercise, (one) =>
    movedTo(one, to, now),
  );
  return logged(raised, done);
}

/** Whether the dose is still what a change made of it. */
function isInForce({ exercises }: CoachState, change: Change): boolean {
  const there = exercises[change.exercise];
  return !!there && there.step === change.to;
}

/**
 * The newest change of a dose that can be taken back, with those that came with it;
 * of one exercise where that is named.
 */
export function takeBackOf(state: CoachState, exercise = ""): Change[] {
  const doses = state.log.filter(
    ({ waits, gate, undone, from, to, rule }) =>
      !waits && !gate && !undone && from !== to && rule !== "runner",
  );
  const [newest] = doses.filter(
    (one) => !exercise || one.exercise === exercise,
  );
  if (!newest) return [];
  return doses.filter(
    (one) =>
      one.rule === newest.rule &&
      one.session === newest.session &&
      one.at === newest.at &&
      isInForce(state, one),
  );
}

/** The exercises whose raise stands no longer on the corrected answers, to be taken back. */
export function doubted(state: CoachState): string[] {
  return state.log
    .filter((one) => one.doubted && !one.undone && isInForce(state, one))
    .map(({ exercise }) => exercise);
}

/** "Take it back": the newest change, whose exercises then rest for 14 days. */
export function takeBack(
  state: CoachState,
  now: number,
  exercise = "",
): CoachState {
  const changes = takeBackOf(state, exercise);
  return changes.reduce<CoachState>((before, change) => {
    const { exercise, from, to } = change;
    const log = before.log.map((one) =>
      one === change ? { ...one, undone: true as const } : one,
    );
    const back = withExercise({ ...before, log }, exercise, (one) => ({
      ...movedTo(one, from, now),
      raised: one.raised,
      lowered: one.lowered,
      rest: now + K.afterTakenBack * DAY,
    }));
    const done = { rule: "runner" as const, exercise, from: to, to: from };
    return logged(back, { ...done, at: now, session: "", why: {} });
  }, state);
}

/** "Try it again": an exercise that the leg has shut is on trial, if that is offered. */
export function tryAgain(
  state: CoachState,
  exercise: string,
  now: number,
): CoachState {
  const gate = gateOf(state, exercise);
  if (!gate || !isOffered(gate)) return state;
  const tried = onTrial(state, gate, now);
  const move = moveOf(state, gate, "trial", "runner", now);
  return logged(tried, {
    ...move,
    to: tried.exercises[exercise] ? 0 : move.to,
  });
}

/**
 * Whether the runner's own switch can open a gate: one for the leg after 42
 * days, if a trial went wrong, and any other at once.
 */
export function isOpenable(
  state: CoachState,
  exercise: string,
  now: Moment,
): boolean {
  const gate = gateOf(state, exercise);
  if (!gate || !isOut(gate)) return false;
  if (gate.reason !== "leg") return true;
  return gate.closed && daysShut(gate, now) >= K.legClosed;
}

/** The runner's switch: the exercise is on trial, as a professional agreed. */
export function openGate(
  state: CoachState,
  exercise: string,
  now: Moment,
): CoachState {
  const gate = gateOf(state, exercise);
  if (!gate || !isOpenable(state, exercise, now)) return state;
  if (gate.reason === "elsewhere") {
    const move = moveOf(state, gate, "in", "runner", now.start);
    return logged(withoutGate(state, exercise), move);
  }
  const move = moveOf(state, gate, "trial", "runner", now.start);
  return logged(onTrial(state, gate, now.start), move);
}
