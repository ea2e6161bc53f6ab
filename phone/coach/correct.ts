import { usualOr } from "./back";
import { K } from "./constants";
import { withoutStale } from "./decide";
import { gatesAfter } from "./gates";
import { earns, isGood, loses } from "./points";
import { fitsRaise } from "./progression";
import { CoachSession, isCalm, itemOf } from "./session";
import { shuttingOf } from "./shutting";
import {
  Change,
  CoachState,
  ExerciseState,
  withExercises,
  withoutPoints,
} from "./state";

/** A session as it was answered, and as it is answered now. */
interface Correction {
  old: CoachSession;
  now: CoachSession;
  /** The usual back before it, 0 to 10. */
  usual: number;
}

/** Points of a session for an exercise; 0 where it is not good for it. */
function gain(session: CoachSession, key: string, usual: number): number {
  const item = itemOf(session, key);
  const good = !!item && item.full && isGood(session, usual);
  if (!good || takes(session, key)) return 0;
  return earns(session);
}

/** Whether a session takes away all that an exercise has earned. */
function takes(session: CoachSession, key: string): boolean {
  const { check } = session;
  const item = itemOf(session, key);
  return (!!check && check.morning === 1) || (!!item && loses(session, item));
}

/** Whether only the corrected session takes away what an exercise has earned. */
function takesNow({ old, now }: Correction, key: string): boolean {
  return takes(now, key) && !takes(old, key);
}

/** How many points less there are for an exercise. */
function lost({ old, now, usual }: Correction, key: string): number {
  return Math.max(0, gain(old, key, usual) - gain(now, key, usual));
}

/** A session that was not calm after all is no reason to try an exercise again. */
function lessCalm(state: CoachState, { old, now }: Correction): CoachState {
  if (isCalm(now) || !isCalm(old)) return state;
  const later = state.sessions.filter(({ start }) => start > now.start);
  const gates = state.gates.map((gate) => {
    if (now.start <= gate.since) return gate;
    const tried = later.filter((one) => {
      const item = itemOf(one, gate.exercise);
      return !!item && item.begun;
    });
    const trial = itemOf(now, gate.exercise);
    return {
      ...gate,
      calm: Math.min(gate.calm, later.length),
      trials:
        trial && trial.begun
          ? Math.min(gate.trials, tried.length)
          : gate.trials,
    };
  });
  return { ...state, gates };
}

/** Shuts what the corrected session shuts, if the session shut another or nothing before. */
function shutNow(
  before: CoachState,
  state: CoachState,
  { old, now }: Correction,
): CoachState {
  const was = shuttingOf(before, old);
  const is = shuttingOf(state, now);
  if (!is) return state;
  if (was && was.exercise === is.exercise && was.reason === is.reason)
    return state;
  return gatesAfter(state, now, false);
}

/** What was earned is less by what the session is not good for any more; never more. */
function lessEarned(state: CoachState, correction: Correction): CoachState {
  const { old, now, usual } = correction;
  const answered = old.after === undefined && now.after !== undefined;
  return withExercises(state, (exercise, key): ExerciseState => {
    if (takesNow(correction, key)) return withoutPoints(exercise);
    const less = lost(correction, key);
    const good = less > 0 && gain(now, key, usual) === 0 ? 1 : 0;
    return {
      ...exercise,
      points: Math.max(0, exercise.points - less),
      good: Math.max(0, exercise.good - good),
      quiet: answered ? 0 : exercise.quiet,
    };
  });
}

/** Whether a raise stands no longer on what the session is now. */
function isDoubtful(
  { log, sessions, exercises }: CoachState,
  correction: Correction,
  raise: Change,
): boolean {
  const { old, now, usual } = correction;
  const { rule, exercise: key, undone, to, session, why, waits } = raise;
  const there = exercises[key];
  if (rule !== "D-6" || undone || waits || !there || there.step !== to)
    return false;
  if (session === now.id && !fitsRaise(now, usual))
    return fitsRaise(old, usual);
  const from = sessions.filter(({ id }) => id === session)[0];
  if (!from || from.start < now.start) return false;
  // A change in between began the earning anew.
  const between = log.slice(log.indexOf(raise) + 1);
  if (
    between.some(
      (one) =>
        one.exercise === key && one.from !== one.to && one.at >= now.start,
    )
  )
    return false;
  if (takesNow(correction, key)) return true;
  const less = lost(correction, key);
  const { points = 0, good = 0 } = why;
  const needed = points >= K.points ? K.points : K.pointsBelowHeld;
  const fewer = gain(now, key, usual) === 0 ? 1 : 0;
  return less > 0 && (points - less < needed || good - fewer < K.goodSessions);
}

/**
 * Whether a session after a run was done, now that one is told anew: where it was the
 * only one of those that are remembered, the next after a run is the first again.
 */
function ranNow(
  { ran, sessions }: CoachState,
  { old, now }: Correction,
): boolean {
  if (old.postRun === now.postRun) return ran;
  return now.postRun || sessions.some(({ postRun }) => postRun);
}

/** Marks raises that stand no longer; a suggestion of such a session falls away. */
function withDoubts(state: CoachState, correction: Correction): CoachState {
  const { old, now, usual } = correction;
  const unfit = fitsRaise(old, usual) && !fitsRaise(now, usual);
  const log = state.log
    .filter(({ waits, session }) => !(waits && unfit && session === now.id))
    .map((one) =>
      isDoubtful(state, correction, one)
        ? { ...one, doubted: true as const }
        : one,
    );
  return { ...state, log };
}

/**
 * The state after the answers of a session that is one of its own were corrected
 * or whether it followed a run (E-7). As one that comes late, it can shut and
 * moves no dose. It opens nothing, what it shut before included, and earns nothing; it
 * can take away what was earned, and raises that stand no longer are marked, to be taken
 * back by the runner. The state as it is where the session is none of it, or has these
 * answers.
 */
export function corrected(
  state: CoachState,
  session: CoachSession,
): CoachState {
  const old = state.sessions.filter(({ id }) => id === session.id)[0];
  if (!old || JSON.stringify(old) === JSON.stringify(session)) return state;
  const others = state.sessions.filter((one) => one !== old);
  const usual = usualOr(
    others.filter(({ start }) => start < session.start),
    session.start,
  );
  const correction = { old, now: session, usual };
  const sessions = state.sessions.map((one) => (one === old ? session : one));
  const anew = { ...state, sessions };
  const ran = ranNow(anew, correction);
  const replaced = lessCalm({ ...anew, ran }, correction);
  const gated = shutNow(state, replaced, correction);
  const doubted = withDoubts(gated, correction);
  return withoutStale(lessEarned(doubted, correction));
}
