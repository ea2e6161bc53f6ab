import { C, CoachFile } from "../common/wire/coach-files";
import { LinkFile } from "../common/wire/link-files";
import { checkCoach } from "./storage/coach-check";
import { exists, read, readSealed, remove, writeSealed } from "./storage/files";
import type { Gates } from "./storage/gates";
import { readPlans, storePlans } from "./storage/plans";

// Loaded only when the phone sends the coach's file.

/**
 * Lets go of what this watch shut, where the phone has the session after which it
 * was, and has sent a file of a later serial since.
 */
function openGates(serial: number): void {
  const gates = readSealed<Gates>(CoachFile.Gates);
  if (!gates) return;
  for (let i = gates[0].length - 1; i >= 0; i--) {
    if (serial <= gates[2][i]! || exists(LinkFile.Session + gates[1][i])) {
      continue;
    }
    for (let list = 0; list < gates.length; list++) gates[list]!.splice(i, 1);
  }
  if (gates[0].length) writeSealed(CoachFile.Gates, gates);
  else remove(CoachFile.Gates);
}

/**
 * Checks the coach's file that the phone sent and stores it. An older one, and one
 * that a watch cannot use, change nothing: the phone sends another when it has to.
 */
export function receiveCoach(): void {
  const checked = checkCoach(read(CoachFile.Coach));
  const held = readPlans();
  const serial = checked ? checked[C.Serial] : -1;
  if (serial > (held ? held[C.Serial] : -1) && storePlans(checked!)) {
    openGates(serial);
  }
  remove(CoachFile.Coach);
}
