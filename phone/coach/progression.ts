import { dayOf, isSore } from "../../common/coach/ask";
import { LOAD_ORDER } from "./classes";
import { Choices, CoachItem } from "./choices";
import { DAY, K } from "./constants";
import { isApart } from "./points";
import { raiseOf } from "./raise";
import {
  CoachSession,
  elsewhereItem,
  isPainful,
  isPart,
  isPlanned,
  isTooHard,
  itemOf,
  known,
  namedItem,
} from "./session";
import {
  Change,
  CoachState,
  Moment,
  Rule,
  gateOf,
  logged,
  movedTo,
  withExercise,
  withExercises,
  withoutPoints,
} from "./state";

/** One session and what it is judged by. */
export interface Occasion {
  session: CoachSession;
  choices: Choices;
  /** The session before, by its date; undefined for the first. */
  before: Moment | undefined;
  /** The usual back before this session, 0 to 10. */
  usual: number;
}

/** The state after an exercise was moved, with the reason in its log. */
function moved(
  state: CoachState,
  rule: Rule,
  exercise: string,
  to: number,
  { start, id }: CoachSession,
  why: Change["why"],
): CoachState {
  const from = state.exercises[exercise]!.step;
  const change = { rule, exercise, from, to, at: start, session: id, why };
  const stepped = withExercise(state, exercise, (one) =>
    movedTo(one, to, start),
  );
  return logged(stepped, change);
}

/** One step less for an exercise, as far as there is one. */
function lowered(
  state: CoachState,
  rule: Rule,
  key: string,
  session: CoachSession,
  why: Change["why"],
): CoachState {
  const exercise = state.exercises[key];
  if (!exercise || exercise.step <= 0) return state;
  return moved(state, rule, key, exercise.step - 1, session, why);
}

/** D-B: after a break all doses go down; the only rule that moves several. */
function afterBreak(
  state: CoachState,
  { session, before }: Occasion,
): CoachState | undefined {
  if (!before) return undefined;
  const days =
    dayOf(session.start, session.offset) - dayOf(before.start, before.offset);
  if (days < K.breakPoints) return undefined;
  const lower = (step: number): number =>
    days >= K.breakStarter
      ? Math.min(step, K.starter)
      : days >= K.breakStep && step > K.starter
        ? step - 1
        : step;
  const why = { days };
  const rested = withExercises(state, (one) => ({
    ...withoutPoints(one),
    held: lower(one.step) < one.step ? Math.max(one.held, one.step) : one.held,
  }));
  const keys = Object.keys(rested.exercises).filter(
    (key) => lower(rested.exercises[key]!.step) < rested.exercises[key]!.step,
  );
  if (keys.length) {
    return keys.reduce((one, key) => {
      const to = lower(one.exercises[key]!.step);
      return moved(one, "D-B", key, to, session, why);
    }, rested);
  }
  const { start: at, id } = session;
  const none = { rule: "D-B" as const, exercise: "", from: 0, to: 0 };
  return logged(rested, { ...none, at, session: id, why });
}

/** The newest raise that a rule may take back: not older than 14 days, and still in force. */
function newestRaise(
  { log, exercises }: CoachState,
  at: number,
): Change | undefined {
  return log.filter((change) => {
    const exercise = exercises[change.exercise];
    return (
      isRaise(change) &&
      !change.undone &&
      at - change.at <= K.raiseBack * DAY &&
      !!exercise &&
      exercise.step === change.to
    );
  })[0];
}

/** A raise that took effect. */
function isRaise({ rule, waits }: Change): boolean {
  return rule === "D-6" && !waits;
}

/** A raise taken back, for the reason of a rule; undefined where there is none. */
function raiseBack(
  state: CoachState,
  rule: Rule,
  session: CoachSession,
  why: Change["why"],
): CoachState | undefined {
  const raise = newestRaise(state, session.start);
  if (!raise) return undefined;
  const log = state.log.map((one) =>
    one === raise ? { ...one, undone: true as const } : one,
  );
  const to = raise.from;
  return moved({ ...state, log }, rule, raise.exercise, to, session, why);
}

/** The heaviest exercise that is included, open and above step 0. */
function heaviest(state: CoachState, { items }: Choices): string | undefined {
  const included = items
    .filter((item) => item.included && !gateOf(state, item.key))
    .map(({ key }) => key);
  return LOAD_ORDER.filter((key) => {
    const exercise = state.exercises[key];
    return included.indexOf(key) >= 0 && !!exercise && exercise.step > 0;
  })[0];
}

/** The last sessions that fit, up to this one, newest last. */
function lastOf(
  { sessions }: CoachState,
  { start }: CoachSession,
  count: number,
  fits: (session: CoachSession) => boolean,
): CoachSession[] {
  return sessions
    .filter((one) => one.start <= start && fits(one))
    .slice(-count);
}

/** As D-2: the newest raise is taken back, else the heaviest goes down, if that is due. */
function backOrLess(
  state: CoachState,
  rule: Rule,
  { session, choices }: Occasion,
  due: boolean,
  why: Change["why"],
): CoachState {
  const back = raiseBack(state, rule, session, why);
  if (back) return back;
  const key = due ? heaviest(state, choices) : undefined;
  return key === undefined ? state : lowered(state, rule, key, session, why);
}

/** D-1: what hurt goes down. Undefined where nothing was named. */
function afterNamed(
  state: CoachState,
  { session }: Occasion,
): CoachState | undefined {
  const hurt = namedItem(session);
  const elsewhere = elsewhereItem(session);
  const item = hurt && (isPainful(session) || hurt.skipped) ? hurt : elsewhere;
  if (!item) return undefined;
  const { before, after } = session;
  const why = { before: known(before), after: known(after) };
  return lowered(state, "D-1", item.key, session, why);
}

/** D-2: the morning after was worse. */
function afterMorning(
  state: CoachState,
  occasion: Occasion,
): CoachState | undefined {
  const { session } = occasion;
  if (!session.check || session.check.morning !== 1) return undefined;
  const mornings = lastOf(
    state,
    session,
    3,
    ({ check }) => !!check && check.morning !== undefined,
  );
  const worse = mornings.filter(({ check }) => check!.morning === 1).length;
  return backOrLess(state, "D-2", occasion, worse >= 2, { worse });
}

/** D-3: painful, and nobody knows what it was, for the second time of three. */
function afterPain(
  state: CoachState,
  occasion: Occasion,
): CoachState | undefined {
  const { session } = occasion;
  if (!isPainful(session)) return undefined;
  const painful = lastOf(state, session, 3, () => true).filter(isPainful);
  // Once alone is held, not raised.
  if (painful.length < 2) return state;
  const why = { painful: painful.length };
  return backOrLess(state, "D-3", occasion, true, why);
}

/** D-4: not finished in its last two planned sessions at rest since its last change. */
function afterPart(
  state: CoachState,
  { session, choices }: Occasion,
): CoachState | undefined {
  if (!isPlanned(session) || session.postRun) return undefined;
  const unfinished = choices.items.filter(({ key }) => {
    const exercise = state.exercises[key];
    const now = itemOf(session, key);
    if (!exercise || !now || !isPart(now) || exercise.step <= 0) return false;
    const last = lastOf(
      state,
      session,
      2,
      (one) =>
        isPlanned(one) &&
        !one.postRun &&
        one.start > exercise.changed &&
        !!itemOf(one, key),
    );
    return last.length === 2 && last.every((one) => isPart(itemOf(one, key)!));
  });
  const left = ({ key, cap }: CoachItem): number =>
    cap - state.exercises[key]!.step;
  // Of several the one nearest to its top; sorting keeps the order of equals.
  const first = unfinished.sort((a, b) => left(a) - left(b))[0];
  return first && lowered(state, "D-4", first.key, session, { times: 2 });
}

/** D-5: too hard twice running. Undefined where this one was not. */
function afterTooHard(
  state: CoachState,
  { session }: Occasion,
): CoachState | undefined {
  if (!isTooHard(session)) return undefined;
  const last = lastOf(
    state,
    session,
    2,
    ({ check }) => !!check && check.effort !== undefined,
  );
  if (last.length < 2 || !last.every(isTooHard)) return state;
  return raiseBack(state, "D-5", session, { times: 2 }) || state;
}

/** Whether the answers of a session leave room for a raise; `usual` is the back's. */
export function fitsRaise(session: CoachSession, usual: number): boolean {
  const { before, check } = session;
  return (
    isPlanned(session) && !isSore(known(before), usual) && check!.morning !== 1
  );
}

/** D-6: one dose goes up, or is suggested to. */
function afterGood(
  state: CoachState,
  { session, choices, before, usual }: Occasion,
): CoachState {
  if (!fitsRaise(session, usual)) return state;
  if (before && !isApart(before.start, session.start)) return state;
  const raise = raiseOf(state, choices, session);
  if (!raise) return state;
  const { waits, exercise, to, why } = raise;
  if (!waits) return moved(state, "D-6", exercise, to, session, why);
  const there = state.log.filter((one) => one.waits)[0];
  if (there && there.exercise === exercise) return state;
  const log = state.log.filter((one) => one !== there);
  return logged({ ...state, log }, raise);
}

/** The doses after a session that came in its order; the first rule that applies. */
export function dosesAfter(
  state: CoachState,
  occasion: Occasion,
  shut: boolean,
): CoachState {
  return (
    afterBreak(state, occasion) ||
    (shut || !occasion.session.check ? state : undefined) ||
    afterNamed(state, occasion) ||
    afterMorning(state, occasion) ||
    afterPain(state, occasion) ||
    afterPart(state, occasion) ||
    afterTooHard(state, occasion) ||
    afterGood(state, occasion)
  );
}
