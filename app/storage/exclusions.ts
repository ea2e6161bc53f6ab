import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { readSealed } from "./files";

/** The file of what the runner leaves out today. */
export const enum Today {
  File = "today",
}

/** What the runner leaves out on one day, by item from 0, of which routine. */
export type Exclusions = [day: string, revision: number, items: number[]];

/** What is left out of a routine on this day, by the watch's own calendar. */
export function exclusionsToday(routine: FlatRoutine): Exclusions {
  const now = new Date();
  const day = now.getDate() + "-" + now.getMonth();
  const revision = routine[R.Revision]!;
  const stored = readSealed<Exclusions>(Today.File);
  return stored && stored[0] === day && stored[1] === revision
    ? stored
    : [day, revision, []];
}

/** A routine's included items only, and not the excluded ones, by their numbers. */
export function includedOnly(
  routine: FlatRoutine,
  excluded: number[],
): FlatRoutine {
  const included = routine.slice(0, R.Items);
  let all = true;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (
      !(routine[row + I.Flags]! & ItemFlag.LeftOut) &&
      excluded.indexOf(row / I.Size - 1) < 0
    ) {
      for (let i = 0; i < I.Size; i++) included.push(routine[row + i]!);
    } else all = false;
  }
  // One list where one will do.
  return all ? routine : included;
}
