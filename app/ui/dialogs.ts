import { I, secondsFrom } from "../../common/wire/flat-routine";
import { Phase, S, Session, Work } from "../session/session";
import { Fit } from "./generation";
import { setOf, sideOf } from "./under-way";
import { putName } from "./name";
import { clockText } from "./clock-text";
import * as view from "./view";
import { nameOf, words } from "./words";

// Views that most sessions never show, loaded only then.

/** Ms left of a paused session. */
function sessionLeft(session: Session): number {
  const routine = session[S.Routine];
  const row = session[S.Row];
  const phase = session[S.Phase];
  const step = session[S.Began] + session[S.Length] - session[S.Stopped];
  let seconds = secondsFrom(routine, row, session[S.Set], session[S.Side]);
  if (phase >= Phase.Lift) {
    // Less what was done of the set, up to the end of this step.
    for (let part = I.Lift as number; part <= I.Lower; part++) {
      const times = phase - Work.Phases >= part ? 1 : 0;
      seconds -= (routine[row + part]! / 2) * (session[S.Rep] + times);
    }
  }
  return step + seconds * 1000;
}

/** Paused: where the session stands, and how much of it is left. */
function drawPaused(session: Session): void {
  const row = session[S.Row];
  const side = sideOf(session, row);
  view.text("phase", words("paused"));
  putName("exercise", nameOf(session[S.Routine], row), Fit.PausedName);
  view.text("set", setOf(session, row) + (side && " · " + side));
  const remaining = clockText(sessionLeft(session));
  view.text("remaining", words("left-over", remaining));
}

/** Offers to go on with a session that the watch did not finish. */
function drawResume(session: Session): void {
  const row = session[S.Row];
  const name = nameOf(session[S.Routine], row);
  view.text("question", words("resume-question"));
  view.text("detail", name + " · " + setOf(session, row));
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
