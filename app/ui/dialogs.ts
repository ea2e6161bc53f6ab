import { sessionRemaining } from "../session/remaining";
import { Session } from "../session/session";
import * as view from "./view";
import { clockText, itemOf, nameOf, setOf, sideOf, words } from "./words";

/** Paused: where the session stands, and how much of it is left. */
function drawPaused(session: Session): void {
  const { player } = session;
  const { routine, step } = player;
  const side = sideOf(routine, step);
  view.text("phase", words("paused"));
  view.text("exercise", nameOf(itemOf(routine, step)));
  view.text("set", setOf(routine, step) + (side && " · " + side));
  const remaining = clockText(sessionRemaining(player, session.now));
  view.text("remaining", words("left-over", remaining));
}

/** Offers to go on with a session that the watch did not finish. */
function drawResume(session: Session): void {
  const { routine, step } = session.player;
  view.text("question", words("resume-question"));
  view.text(
    "detail",
    nameOf(itemOf(routine, step)) + " · " + setOf(routine, step),
  );
}

/**
 * Draws the open view `name`, one of those that most sessions never show and
 * that are loaded only then: paused, confirm, resume, error. `session` is the
 * one that the question is about.
 */
export function drawDialog(
  name: string,
  session: Session | undefined,
  error: string,
): void {
  if (name === "error") {
    view.text("title", words("error-title"));
    view.text("detail", error);
  } else if (name === "confirm") {
    view.text("question", words("end-question"));
    view.text("detail", words("end-detail"));
  } else if (session) {
    const draw = name === "paused" ? drawPaused : drawResume;
    draw(session);
  }
}
