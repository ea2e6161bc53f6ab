import { FlatRoutine, I, R, goalPlace } from "../../common/wire/flat-routine";
import { LEFT_OUT } from "../../common/wire/packed-routine";
import { readSealed } from "./files";

/** The file of what the runner leaves out today. */
export const TODAY = "today";

/** What the runner leaves out on one day, by item, of which routine. */
export type Exclusions = [day: string, revision: number, items: number[]];

/** The day by the watch's own calendar. */
export function dayOf(now: Date): string {
  return now.getDate() + "-" + now.getMonth();
}

/** Numbers, from 0, of the items of a routine that are left out today. */
export function excludedToday(routine: FlatRoutine): number[] {
  const stored = readSealed<Exclusions>(TODAY);
  return stored &&
    stored[0] === dayOf(new Date()) &&
    stored[1] === routine[R.Revision]
    ? stored[2]
    : [];
}

/** A routine's included items only, and not the excluded ones, by their numbers. */
export function includedOnly(
  routine: FlatRoutine,
  excluded: number[],
): FlatRoutine {
  const included = routine.slice(0, R.Items);
  for (let row = R.Items as number; row < goalPlace(routine); row += I.Size) {
    if (
      !(routine[row + I.Flags]! & LEFT_OUT) &&
      excluded.indexOf((row - R.Items) / I.Size) < 0
    ) {
      for (let i = 0; i < I.Size; i++) included.push(routine[row + i]!);
    }
  }
  included.push(routine[goalPlace(routine)]!);
  return included;
}
