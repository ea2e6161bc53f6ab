import { currentForm, rebuildRoutine } from "../../common/wire/packed-routine";
import { ENTRY_BYTES, Entry } from "../session/journal";
import { readJournal } from "../session/replay";
import { Plan } from "../session/session";
import { readBytes, readSealed, setAside, sizeOf } from "./files";
import { JOURNAL, PLAN, StoredPlan, planOf } from "./journal-file";

// Loaded only when there is a plan on file.

/** A journal of hours stays below. */
const JOURNAL_LIMIT = 131072;

/** A session that was under way, as its two files have it. */
export interface Found {
  plan: Plan;
  entries: Entry[];
  /** More of the journal cannot be read than a torn write leaves. */
  damaged: boolean;
}

/**
 * The session that was under way when the watch died, or undefined when its
 * plan cannot be read or is of a newer version. A torn tail of the journal is left where it is: the
 * next entry takes its place.
 */
export function findRunning(): Found | undefined {
  const stored = readSealed<StoredPlan>(PLAN);
  const packed = stored && currentForm(stored[3]);
  if (!stored || !packed) {
    setAside(PLAN);
    return undefined;
  }
  const bytes = readBytes(JOURNAL, JOURNAL_LIMIT);
  const entries = readJournal(stored[0], bytes);
  const damaged = sizeOf(JOURNAL) >= (entries.length + 1) * ENTRY_BYTES;
  if (damaged && !entries.length) setAside(JOURNAL);
  const plan = planOf(stored, rebuildRoutine(packed));
  return { plan, entries, damaged };
}
