import { SessionRecord } from "../common/record";
import { state } from "./screen-state";
import * as sessionRunner from "./session-runner";
import { Measured, Session, command, recordOf } from "./session/session";
import * as outbox from "./storage/outbox";

// What becomes of a session that is over, or that the watch did not finish.

/** Stores a record and sends it; home says so when the watch is full. */
export function keepRecord(record: SessionRecord): void {
  if (!outbox.addRecord(record)) state.notice = "notice-full";
}

/** A session is over: shows its summary, unless nothing of it was done. */
export function sessionFinished(session: Session, measured: Measured): void {
  state.askedAt = -1;
  if (session.player.begun) {
    state.record = recordOf(session, measured, session === state.offered);
    keepRecord(state.record);
  } else outbox.dropSession();
}

/** Does what the runner decided about the session that was cut off. */
export function decideOffered(id: string): void {
  const session = state.offered;
  if (!session) return;
  if (id === "save-session") {
    command(session, "end", Date.now());
    sessionFinished(session, {});
  } else if (id === "discard-session") outbox.dropSession();
  state.offered = undefined;
  if (id === "resume-session") {
    sessionRunner.begin(session);
    sessionRunner.command("restart");
    sessionRunner.command("resume");
  }
}
