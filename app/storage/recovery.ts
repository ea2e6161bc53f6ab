import * as fs from "fs";
import { flatRoutine } from "../../common/wire/stored-routine";
import { LinkFile } from "../../common/wire/link-files";
import { Entry } from "../session/journal";
import { endReplay, followJournal } from "../session/replay";
import { Ports } from "../session/run";
import { Plan, S, Session, Status, newSession } from "../session/session";
import { includedOnly } from "./exclusions";
import { exists, pathOf, readSealed, setAside } from "./files";
import { SessionFile } from "./journal-file";
import { dropSession } from "./outbox";
import { readWaiting } from "./records";

// Only where there is a plan on file.

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
  const plan = readSealed<Plan>(SessionFile.Plan);
  const routine = plan && flatRoutine(plan[S.Routine]);
  if (!plan || !routine) {
    setAside(SessionFile.Plan);
    return { damaged: true };
  }
  const wall = Date.now();
  const path = pathOf(SessionFile.Journal);
  const size = exists(SessionFile.Journal) ? fs.statSync(path).size : 0;
  plan[S.Routine] = includedOnly(routine, [], []);
  const session = newSession(plan, wall);
  if (size && size <= JOURNAL_LIMIT) {
    followJournal(session, fs.readFileSync(path));
  }
  const entries = session[S.Written];
  // More than a torn write leaves.
  const damaged = size >= (entries + 1) * Entry.Bytes;
  if (damaged && !entries) setAside(SessionFile.Journal);
  endReplay(session, ports, wall);
  if (
    session[S.Begun] &&
    (session[S.Status] !== Status.Finished ||
      !readWaiting(LinkFile.Session + session[S.Id]))
  ) {
    return { session, damaged };
  }
  dropSession();
  return { damaged };
}
