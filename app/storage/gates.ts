import { CoachFile } from "../../common/wire/coach-files";
import { Shut } from "./exclusions";
import { readSealed } from "./files";

/**
 * What this watch shut by itself, as it stands under a seal in a file: the
 * exercises; for each the id of the session after which it was shut, and the
 * serial of the coach's file at that time.
 */
export type Gates = [shut: Shut, ids: string[], serials: number[]];

/** What is shut on this watch until the phone has taken it over. */
export function shutHere(): Shut {
  const gates = readSealed<Gates>(CoachFile.Gates);
  return gates ? gates[0] : [];
}
