import { PackedRecord } from "../common/wire/pack-record";
import { refresh } from "./screen";
import { Measured, recordOf } from "./session/record";
import { S, Session } from "./session/session";
import { summaryOf } from "./session/summary";
import { state } from "./state";
import { addRecord } from "./storage/new-record";
import { dropSession } from "./storage/outbox";
import { tap } from "./ui/buttons";

// What becomes of a session that is over.

/** Stores a session and sends it; home says so when the watch is full. */
export function keepSession(
  session: Session,
  measured: Measured,
  recovered: boolean,
): PackedRecord {
  const record = recordOf(session, measured, recovered);
  if (!addRecord(record)) state.notice = "notice-full";
  return record;
}

/** A session is over: shows its summary, unless nothing of it was done. */
export function sessionOver(
  session: Session,
  measured: Measured,
  recovered: boolean,
): void {
  state.askedAt = -1;
  if (session[S.Begun]) {
    state.summary = summaryOf(keepSession(session, measured, recovered));
    refresh();
  } else {
    dropSession();
    // There is no summary to leave.
    tap("done");
  }
}
