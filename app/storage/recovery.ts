import { SessionRecord } from "../../common/record";
import { readRecord } from "./records";
import { findRunning } from "./unfinished-session";
import { forgetRunning } from "./journal-file";
import { replaySession } from "../session/replay";
import { Ports, Session, recordOf } from "../session/session";

/** What was under way when the watch died. */
export interface Recovered {
  /** A session about which the runner has to decide. */
  offered?: Session;
  /** The record of a finished session that is not on file whole. */
  finished?: SessionRecord;
  /** Something of the session could not be read. */
  damaged: boolean;
}

/**
 * Looks for a session that was cut off. The journal of a finished one goes
 * only when its record has been found whole, launches later if need be.
 * Loaded only when there is a plan on file.
 */
export function recover(ports: Ports): Recovered {
  const found = findRunning();
  if (!found) return { damaged: true };
  const { damaged } = found;
  const session = replaySession(found.plan, ports, Date.now(), found.entries);
  const { status, begun } = session.player;
  const { id } = session.plan;
  if (begun && status !== "finished") return { offered: session, damaged };
  if (!begun || readRecord(id)) {
    forgetRunning();
    return { damaged };
  }
  return { finished: recordOf(session, {}, false), damaged };
}
