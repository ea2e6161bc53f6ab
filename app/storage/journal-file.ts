import { Plan } from "../session/session";
import { exists, remove, writeAt, writeSealed } from "./files";

// A session that is under way on this watch stands in two files: what it does,
// and what has been done of it.

export const PLAN = "plan";
export const JOURNAL = "journal";

/**
 * Stores the plan of a session that begins; the old journal goes first. False
 * when there is no room.
 */
export function storePlan(plan: Plan): boolean {
  remove(JOURNAL);
  return writeSealed(PLAN, plan);
}

/**
 * Writes an entry at a place of the journal, in bytes.
 * @throws when there is no room.
 */
export function writeEntry(bytes: ArrayBuffer, place: number): void {
  writeAt(JOURNAL, bytes, place);
}

/** Removes the session; its plan first, for a journal alone means nothing. */
export function removeSession(): void {
  remove(PLAN);
  remove(JOURNAL);
}

/** True when a session is on file: cut off, or finished and kept. */
export function hasPlan(): boolean {
  return exists(PLAN);
}
