import { LinkFile } from "../common/wire/link-files";
import { load } from "./platform/chunks";
import { refresh } from "./screen";
import { Measured, recordOf } from "./session/record";
import { A, S, Session } from "./session/session";
import { Summary, summaryOf } from "./session/summary";
import { state } from "./state";
import { addRecord } from "./storage/new-record";
import { dropSession, hold } from "./storage/outbox";
import { tap } from "./ui/buttons";

// What becomes of a session that is over.

/**
 * Stores a session and sends it; home says so when the watch is full. Where
 * nothing was done there is no session to keep, and no summary.
 */
export function keepSession(
  session: Session,
  measured: Measured,
  recovered: boolean,
): Summary | undefined {
  const record = recordOf(session, measured, recovered);
  const summary = summaryOf(record);
  if (!summary) dropSession();
  else if (!addRecord(record)) state.notice = "notice-full";
  return summary;
}

/** A session is over: shows its summary, unless nothing of it was done. */
export function sessionOver(
  session: Session,
  measured: Measured,
  recovered: boolean,
): void {
  const answers = session[S.Answers];
  const ask = (answers && answers[A.Ask]) || 0;
  const id = session[S.Id];
  state.askedAt = -1;
  // What is answered goes to the phone with the record.
  if (ask) hold(LinkFile.Session + id);
  state.summary = keepSession(session, measured, recovered);
  if (!state.summary) return tap("done");
  refresh();
  if (ask) load(import("./let-go"), (part) => part.askAfter(id, ask));
}
