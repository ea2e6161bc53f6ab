import { I, R, sidesOf } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { Phase, S, Session } from "./session";

// Where in its routine a session stands: how it moves from step to step.

/** Moves to the first moment of work of the set and side at hand. */
function toWork(session: Session): void {
  const routine = session[S.Routine];
  const row = session[S.Row];
  const held = routine[row + I.Flags]! & ItemFlag.Held;
  session[S.Rep] = 0;
  session[S.Reps] = held ? 0 : routine[row + I.Reps]!;
  session[S.Phase] = held ? Phase.Hold : Phase.Lift;
}

/** Moves out of the set: to its rest, side switch, next exercise or the end. */
export function leaveSet(session: Session): void {
  if (session[S.Phase] < Phase.Lift) return toWork(session);
  const routine = session[S.Routine];
  const row = session[S.Row];
  session[S.Rep] = 0;
  session[S.Place]++;
  if (session[S.Side] + 1 < sidesOf(routine, row)) {
    session[S.Side] = 1;
    session[S.Phase] = Phase.Switch;
    return;
  }
  session[S.Side] = 0;
  session[S.Phase] = Phase.Rest;
  if (++session[S.Set] < routine[row + I.Sets]!) return;
  session[S.Set] = 0;
  session[S.Row] = row + I.Size;
  session[S.Phase] = row + I.Size < routine.length ? Phase.Between : Phase.Done;
}

/**
 * Moves one step forward.
 * @hot
 */
export function nextStep(session: Session): void {
  const phase = session[S.Phase];
  const more = session[S.Rep] + 1 < session[S.Reps];
  if (phase >= Phase.Lift && phase < Phase.Lower && session[S.Reps]) {
    session[S.Phase]++;
  } else if (phase === Phase.Lower && more) {
    session[S.Rep]++;
    session[S.Phase] = Phase.Lift;
  } else leaveSet(session);
}

/** True at the first set and side of the first item: there is none before. */
export function isFirstSet(session: Session): boolean {
  return !(session[S.Row] > R.Items || session[S.Set] || session[S.Side]);
}

/** Moves to the work of the set and side before; not from the first set. */
export function previousSet(session: Session): void {
  const routine = session[S.Routine];
  session[S.Place]--;
  if (session[S.Side]) session[S.Side] = 0;
  else {
    if (session[S.Set]) session[S.Set]--;
    else {
      const row = (session[S.Row] -= I.Size);
      session[S.Set] = routine[row + I.Sets]! - 1;
    }
    session[S.Side] = sidesOf(routine, session[S.Row]) - 1;
  }
  toWork(session);
}
