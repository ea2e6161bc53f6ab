import { flatRoutine } from "../../common/wire/flat-routine";
import { ENTRY_BYTES } from "../session/journal";
import { endReplay, followJournal } from "../session/replay";
import { Ports } from "../session/run";
import { Plan, S, Session, Status, newSession } from "../session/session";
import { includedOnly } from "./exclusions";
import { readBytes, readSealed, setAside, sizeOf } from "./files";
import { JOURNAL, PLAN, removeSession } from "./journal-file";
import { readRecord } from "./records";

// Loaded only when there is a plan on file.

/** Bytes; a journal of hours stays below. */
const JOURNAL_LIMIT = 131072;

/** What was under way when the watch died. */
export interface Recovered {
  /**
   * A session about which the runner has to decide, or a finished one whose
   * record is not on file whole.
   */
  session?: Session;
  /** Something of the session could not be read. */
  damaged: boolean;
}

/**
 * Looks for a session that was cut off. The journal of a finished one goes
 * only when its record has been found whole, launches later if need be. A plan of
 * a newer version is set aside as one that cannot be read. A torn tail of the
 * journal stays where it is: the next entry takes its place.
 */
export function recover(ports: Ports): Recovered {
  const plan = readSealed<Plan>(PLAN);
  const routine = plan && flatRoutine(plan[S.Routine]);
  if (!plan || !routine) {
    setAside(PLAN);
    return { damaged: true };
  }
  const wall = Date.now();
  plan[S.Routine] = includedOnly(routine, []);
  const session = newSession(plan, wall);
  followJournal(session, readBytes(JOURNAL, JOURNAL_LIMIT));
  const entries = session[S.Written];
  // More than a torn write leaves.
  const damaged = sizeOf(JOURNAL) >= (entries + 1) * ENTRY_BYTES;
  if (damaged && !entries) setAside(JOURNAL);
  endReplay(session, ports, wall);
  if (
    session[S.Begun] &&
    (session[S.Status] !== Status.Finished || !readRecord(session[S.Id]))
  ) {
    return { session, damaged };
  }
  removeSession();
  return { damaged };
}
