import { Routine, includedOnly } from "../../common/routine";
import { PackedRoutine } from "../../common/wire/packed-routine";
import { Plan } from "../session/session";
import { exists, remove, writeAt, writeSealed } from "./files";

// A session that is under way on this watch is in two files.

export const PLAN = "plan";
export const JOURNAL = "journal";

/** What the plan's file holds. */
export type StoredPlan = [
  id: string,
  start: number,
  offset: number,
  routine: PackedRoutine,
];

/** The plan of a session that does this routine. */
export function planOf(stored: StoredPlan, routine: Routine): Plan {
  return {
    id: stored[0],
    start: stored[1],
    offset: stored[2],
    routine: includedOnly(routine),
  };
}

/** Stores the plan of a session that begins; the old journal goes first. */
export function storePlan(stored: StoredPlan): boolean {
  remove(JOURNAL);
  return writeSealed(PLAN, stored);
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
