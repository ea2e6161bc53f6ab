import { I, R } from "../../common/wire/flat-routine";
import { HELD, TWO_SIDES } from "../../common/wire/packed-routine";
import {
  secondsFrom,
  setSeconds,
  workSeconds,
} from "../../common/wire/routine-length";
import { Phase, S, Session, WORK, stepLeft } from "../session/session";
import { clockText, rowOf, setOf, sideOf } from "./texts";
import * as view from "./view";
import { nameOf, words } from "./words";

// Views that most sessions never show, loaded only then.

/** Ms left of a session that is under way, pauses left out. */
function sessionLeft(session: Session): number {
  const routine = session[S.Routine];
  const row = session[S.Row];
  const phase = session[S.Phase];
  const flags = routine[row + I.Flags]!;
  const work = workSeconds(routine, row);
  let seconds = secondsFrom(routine, row + I.Size);
  seconds +=
    (routine[row + I.Sets]! - 1 - session[S.Set]) *
    (routine[row + I.Rest]! + setSeconds(routine, row));
  if (flags & TWO_SIDES && !session[S.Side]) seconds += routine[R.Switch]! + work;
  if (phase < Phase.Lift) seconds += work;
  else if (!(flags & HELD)) {
    const reps = routine[row + I.Reps]!;
    seconds += (work / reps) * (reps - 1 - session[S.Rep]);
    for (let part = phase - WORK + 1; part <= I.Lower; part++) {
      seconds += routine[row + part]! / 2;
    }
  }
  return stepLeft(session) + seconds * 1000;
}

/** Paused: where the session stands, and how much of it is left. */
function drawPaused(session: Session): void {
  const side = sideOf(session);
  view.text("phase", words("paused"));
  view.text("exercise", nameOf(session[S.Routine], rowOf(session)));
  view.text("set", setOf(session) + (side && " · " + side));
  const remaining = clockText(sessionLeft(session));
  view.text("remaining", words("left-over", remaining));
}

/** Offers to go on with a session that the watch did not finish. */
function drawResume(session: Session): void {
  const name = nameOf(session[S.Routine], rowOf(session));
  view.text("question", words("resume-question"));
  view.text("detail", name + " · " + setOf(session));
}

/**
 * Draws the open view `name`: paused, confirm or resume. `session` is the one
 * that the question is about.
 */
export function drawDialog(name: string, session: Session): void {
  if (name === "confirm") {
    view.text("question", words("end-question"));
    view.text("detail", words("end-detail"));
  } else if (name === "paused") drawPaused(session);
  else drawResume(session);
}
