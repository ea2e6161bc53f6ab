import * as fs from "fs";
import { MAX_ITEMS } from "../../common/watch-limits";
import { C, CoachFile, CoachVersion } from "../../common/wire/coach-files";
import { LinkFile } from "../../common/wire/link-files";
import { exists, pathOf, read, readSealed, remove, writeSealed } from "./files";
import { Gates } from "./gates";
import type { Plans } from "./plans";
import { checkRoutine, fits } from "./routine-check";

// Loaded only when the phone sends the coach's file. A property test holds it to the check of
// common/wire/coach.ts.

/** All bits of `ClassBit`. */
const MOST_CLASS = 31;
const MOST = 4294967295;

/** Lowest and highest value of each entry that is a number; the rest is passed over. */
// prettier-ignore
const RANGES = [
  CoachVersion.Version, CoachVersion.Version, 0, MOST, 0, 2, 0, 11, 0, 1,
  1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, MOST,
];

function areClasses(given: unknown): boolean {
  if (!(given instanceof Array) || given.length > MAX_ITEMS) return false;
  const ranges: number[] = [];
  while (ranges.length < given.length * 2) ranges.push(0, MOST_CLASS);
  return fits(given, 0, ranges);
}

/** What the phone sent as the watch keeps it; undefined for anything else. */
export function checkCoach(given: unknown): Plans | undefined {
  if (
    !(given instanceof Array) ||
    given.length !== C.Size ||
    !fits(given, 0, RANGES) ||
    !areClasses(given[C.Classes])
  ) {
    return undefined;
  }
  for (let place = C.Easy as number; place <= C.Light; place++) {
    const plan: unknown = given[place];
    if (!(plan instanceof Array)) return undefined;
    if (plan.length && !(given[place] = checkRoutine(plan))) return undefined;
  }
  return given as unknown as Plans;
}

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
  if (!exists(CoachFile.Coach)) return;
  const checked = checkCoach(read(CoachFile.Coach));
  // Not by readPlans(), with which it would be in two parts of the app.
  const held = readSealed<Plans>(CoachFile.Plans);
  const serial = checked ? checked[C.Serial] : -1;
  if (
    serial > (held ? held[C.Serial] : -1) &&
    writeSealed(CoachFile.NewPlans, checked!)
  ) {
    remove(CoachFile.Plans);
    fs.renameSync(pathOf(CoachFile.NewPlans), pathOf(CoachFile.Plans));
    openGates(serial);
  }
  remove(CoachFile.Coach);
}
