import { usualOr } from "./back";
import { withCounted } from "./balance";
import { Choices } from "./choices";
import { DAY, K } from "./constants";
import { gatesAfter, gatesAt } from "./gates";
import { withEarned } from "./points";
import { dosesAfter } from "./progression";
import { isDue } from "./raise";
import { CoachSession } from "./session";
import { Change, CoachState, Moment, gateOf } from "./state";

/** A state, and what was decided on the way to it, in its order. */
export interface Decided {
  state: CoachState;
  changes: Change[];
}

/** What the newer state has in its log that the older has not, oldest first. */
export function changesBetween(
  before: CoachState,
  after: CoachState,
): Change[] {
  return after.log
    .filter(
      (change) =>
        !before.log.some(
          (one) =>
            one.at === change.at &&
            one.rule === change.rule &&
            one.exercise === change.exercise &&
            one.gate === change.gate &&
            one.waits === change.waits,
        ),
    )
    .reverse();
}

/** The sessions with one more in its place, as far back as is remembered. */
function withSession(
  sessions: ReadonlyArray<CoachSession>,
  session: CoachSession,
): CoachSession[] {
  const all = sessions.concat(session).sort((a, b) => a.start - b.start);
  const newest = all[all.length - 1]!.start;
  return all.filter(({ start }) => newest - start <= K.memory * DAY);
}

/** A suggestion falls away with what it stood on. */
export function withoutStale(state: CoachState): CoachState {
  const log = state.log.filter(({ waits, exercise, from }) => {
    const there = state.exercises[exercise];
    return (
      !waits ||
      (!!there &&
        there.step === from &&
        isDue(there) &&
        !gateOf(state, exercise))
    );
  });
  return { ...state, log };
}

/** What time alone changes, at a moment by the clock of the newest session. */
export function decideAt(state: CoachState, now: number): Decided {
  const offset = state.newest ? state.newest.offset : 0;
  const after = gatesAt(state, { start: now, offset });
  return { state: after, changes: changesBetween(state, after) };
}

/**
 * Whether a session is the newest so far, and neither of before the coach began nor of
 * more than a day ahead of the phone's clock (`now`, seconds since 1970).
 */
export function isInOrder(
  { since, newest }: CoachState,
  { start }: CoachSession,
  now: number,
): boolean {
  const late = start < since || (!!newest && start < newest.start);
  return !late && start <= now + DAY;
}

/**
 * What a stored session leads to, in a state that follows the runner's choices.
 * `now` is the phone's clock in seconds since 1970. The same sessions in the same order give
 * the same decisions; a session that is known already gives none, one that is
 * older than the newest, or of more than a day ahead, only shuts gates.
 */
export function decide(
  given: CoachState,
  choices: Choices,
  session: CoachSession,
  now: number,
): Decided {
  if (given.sessions.some(({ id }) => id === session.id))
    return { state: given, changes: [] };
  const { start, offset } = session;
  const before = given.newest;
  const inOrder = isInOrder(given, session, now);
  const timed = inOrder ? gatesAt(given, { start, offset }) : given;
  const sessions = withSession(timed.sessions, session);
  const ran = timed.ran || session.postRun;
  const usual = usualOr(timed.sessions, start);
  const stored = { ...timed, sessions, ran };
  const gated = gatesAfter(stored, session, inOrder);
  if (!inOrder) return { state: gated, changes: changesBetween(given, gated) };
  const newest: Moment = { start, offset };
  const shut = gated.log.some(
    ({ session: id, gate }) =>
      id === session.id && (gate === "out" || gate === "closed"),
  );
  const earned =
    choices.mode === "off" ? gated : withEarned(gated, session, usual);
  const occasion = { session, choices, before, usual };
  const dosed =
    choices.mode === "off" ? earned : dosesAfter(earned, occasion, shut);
  const state = withCounted(withoutStale({ ...dosed, newest }), start);
  return { state, changes: changesBetween(given, state) };
}
