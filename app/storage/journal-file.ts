import * as fs from "fs";
import { Plan } from "../session/session";
import { pathOf, remove, writeSealed } from "./files";

// A session that is under way on this watch stands in two files: what it does,
// and what has been done of it.

/** Their names. */
export const enum SessionFile {
  Plan = "plan",
  Journal = "journal",
}

/**
 * Stores the plan of a session that begins; the old journal goes first. False
 * when there is no room.
 */
export function storePlan(plan: Plan): boolean {
  remove(SessionFile.Journal);
  return writeSealed(SessionFile.Plan, plan);
}

/**
 * Writes an entry at a place of the journal, in bytes; place 0 makes the journal
 * anew. It is in the file when this returns.
 * @throws when there is no room.
 * @hot
 */
export function writeEntry(bytes: ArrayBuffer, place: number): void {
  const path = pathOf(SessionFile.Journal);
  const file = fs.openSync(path, place ? "r+" : "w");
  try {
    fs.writeSync(file, bytes, 0, bytes.byteLength, place);
  } finally {
    fs.closeSync(file);
  }
}
