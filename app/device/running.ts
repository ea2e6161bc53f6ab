import { isSessionId } from "../../common/record";
import { packRoutine, unpackRoutine } from "../../common/wire-routine";
import { Entry, readJournal } from "../session/journal";
import { Plan } from "../session/session";
import {
  exists,
  read,
  readBytes,
  remove,
  setAside,
  write,
  writeAt,
} from "./files";

const PLAN = "plan";
const JOURNAL = "journal";
/** A plan is a routine and a few numbers; a journal of hours stays below. */
const PLAN_LIMIT = 4096;
const JOURNAL_LIMIT = 131072;

/** A session that is under way on this watch, in two files. */
export interface Found {
  plan: Plan;
  entries: Entry[];
}

/** Stores the plan of a session that begins; the old journal goes first. */
export function storePlan(plan: Plan): boolean {
  remove(JOURNAL);
  const packed = [plan.id, plan.start, plan.offset, packRoutine(plan.routine)];
  return write(PLAN, packed);
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

function readPlan(): Plan | undefined {
  const packed = read(PLAN, PLAN_LIMIT) as unknown[] | undefined;
  if (!packed || !isSessionId(packed[0])) return undefined;
  const start = packed[1];
  const offset = packed[2];
  const routine = unpackRoutine(packed[3]);
  if (typeof start !== "number" || typeof offset !== "number" || !routine.ok) {
    return undefined;
  }
  return { id: packed[0], start, offset, routine: routine.value };
}

/**
 * The session that was under way when the watch died, or undefined. A torn
 * tail of the journal is left where it is: the next entry takes its place.
 */
export function findRunning(): Found | undefined {
  if (!exists(PLAN)) return undefined;
  const plan = readPlan();
  if (plan) {
    const bytes = readBytes(JOURNAL, JOURNAL_LIMIT);
    return { plan, entries: readJournal(plan.id, bytes) };
  }
  setAside(PLAN);
  return undefined;
}
