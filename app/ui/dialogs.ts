import { sessionLeft } from "../session/remaining";
import { Session } from "../session/session";
import * as board from "./view";
import { clockText, itemOf, nameOf, setOf, sideOf, words } from "./words";

/** Paused: go on, jump, or ask to end. */
function drawPaused(session: Session): void {
  const { player } = session;
  const { routine, step } = player;
  const side = sideOf(routine, step);
  board.text("phase", words("paused"));
  board.text("exercise", nameOf(itemOf(routine, step)));
  board.text("set", setOf(routine, step) + (side && " · " + side));
  const left = clockText(sessionLeft(player, session.now));
  board.text("remaining", words("left-over", left));
}

/** Offers to go on with a session that the watch did not finish. */
function drawResume(session: Session): void {
  const { routine, step } = session.player;
  board.text("question", words("resume-question"));
  board.text("detail", nameOf(itemOf(routine, step)) + " · " + setOf(routine, step));
}

/**
 * Draws what most sessions never show, and what is loaded only then: paused,
 * the question before the end, the offer after a kill, an error.
 */
export function drawDialog(session: Session | undefined, error: string): void {
  if (board.view === "error") {
    board.text("title", words("error-title"));
    board.text("detail", error);
  } else if (board.view === "confirm") {
    board.text("question", words("end-question"));
    board.text("detail", words("end-detail"));
  } else if (session) {
    const draw = board.view === "paused" ? drawPaused : drawResume;
    draw(session);
  }
}
