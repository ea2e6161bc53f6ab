import { includedOnly } from "../../common/routine";
import { PackedRoutine, rebuildRoutine } from "../../common/routine-shape";
import { ENTRY_BYTES, Entry, readJournal } from "../session/journal";
import { Plan } from "../session/session";
import {
  exists,
  readBytes,
  readSealed,
  remove,
  setAside,
  sizeOf,
  writeAt,
  writeSealed,
} from "./files";

const PLAN = "plan";
const JOURNAL = "journal";
/** A plan is a routine and a few numbers; a journal of hours stays below. */
const PLAN_LIMIT = 8192;
const JOURNAL_LIMIT = 131072;

type StoredPlan = [
  id: string,
  start: number,
  offset: number,
  routine: PackedRoutine,
];

/** A session that is under way on this watch, in two files. */
export interface Found {
  plan: Plan;
  entries: Entry[];
  /** More of the journal cannot be read than a torn write leaves. */
  damaged: boolean;
}

function planOf(stored: StoredPlan): Plan {
  return {
    id: stored[0],
    start: stored[1],
    offset: stored[2],
    routine: includedOnly(rebuildRoutine(stored[3])),
  };
}

/** Stores the plan of a session that begins; the old journal goes first. */
export function storePlan(
  id: string,
  start: number,
  offset: number,
  routine: PackedRoutine,
): { plan: Plan; stored: boolean } {
  const stored: StoredPlan = [id, start, offset, routine];
  remove(JOURNAL);
  return { plan: planOf(stored), stored: writeSealed(PLAN, stored) };
}

/** Adds an entry to the journal; throws when there is no room. */
export function journal(bytes: ArrayBuffer, place: number): void {
  writeAt(JOURNAL, bytes, place);
}

/** Forgets the session; its plan first, for a journal alone means nothing. */
export function forgetRunning(): void {
  remove(PLAN);
  remove(JOURNAL);
}

/** True when a session was under way, or finished and not settled. */
export function hasPlan(): boolean {
  return exists(PLAN);
}

/**
 * The session that was under way when the watch died, or undefined when its
 * plan cannot be read. A torn tail of the journal is left where it is: the
 * next entry takes its place.
 */
export function findRunning(): Found | undefined {
  const stored = readSealed<StoredPlan>(PLAN, PLAN_LIMIT);
  if (!stored) {
    setAside(PLAN);
    return undefined;
  }
  const bytes = readBytes(JOURNAL, JOURNAL_LIMIT);
  const entries = readJournal(stored[0], bytes);
  const damaged = sizeOf(JOURNAL) >= (entries.length + 1) * ENTRY_BYTES;
  if (damaged && !entries.length) setAside(JOURNAL);
  return { plan: planOf(stored), entries, damaged };
}
