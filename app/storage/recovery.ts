import { SessionRecord } from "../../common/record";
import { rebuildRoutine } from "../../common/wire/packed-routine";
import { ENTRY_BYTES } from "../session/journal";
import { readJournal, replaySession } from "../session/replay";
import { Ports, Session, recordOf } from "../session/session";
import { readBytes, readSealed, setAside, sizeOf } from "./files";
import {
  JOURNAL,
  PLAN,
  StoredPlan,
  planOf,
  removeSession,
} from "./journal-file";
import { readRecord } from "./records";

// Loaded only when there is a plan on file.

/** Bytes; a journal of hours stays below. */
const JOURNAL_LIMIT = 131072;

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
 * The session that was under way when the watch died, as it stands, and whether
 * more of its journal cannot be read than a torn write leaves. A torn tail stays
 * where it is: the next entry takes its place.
 */
function replay(stored: StoredPlan, ports: Ports): [Session, boolean] {
  const bytes = readBytes(JOURNAL, JOURNAL_LIMIT);
  const entries = readJournal(stored[0], bytes);
  const damaged = sizeOf(JOURNAL) >= (entries.length + 1) * ENTRY_BYTES;
  if (damaged && !entries.length) setAside(JOURNAL);
  const plan = planOf(stored, rebuildRoutine(stored[3]));
  return [replaySession(plan, ports, Date.now(), entries), damaged];
}

/**
 * Looks for a session that was cut off. The journal of a finished one goes
 * only when its record has been found whole, launches later if need be.
 */
export function recover(ports: Ports): Recovered {
  const stored = readSealed<StoredPlan>(PLAN);
  if (!stored) {
    setAside(PLAN);
    return { damaged: true };
  }
  const [session, damaged] = replay(stored, ports);
  const { status, begun } = session.player;
  if (begun && status !== "finished") return { offered: session, damaged };
  if (!begun || readRecord(stored[0])) {
    removeSession();
    return { damaged };
  }
  return { finished: recordOf(session, {}, false), damaged };
}
