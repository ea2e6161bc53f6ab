import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { readSealed } from "./files";

/** The file of what the runner leaves out today. */
export const enum Today {
  File = "today",
}

/** What the runner leaves out on one day, by the keys of the items. */
export type Exclusions = [day: string, keys: string[]];

/**
 * What an item is known by in every version of a routine: its exercise, and how
 * many items before it have the same.
 */
export function keyOf(routine: FlatRoutine, row: number): string {
  const what = routine[row + I.What]!;
  let same = 0;
  for (let before = R.Items as number; before < row; before += I.Size) {
    if (routine[before + I.What] === what) same++;
  }
  return same + " " + what;
}

/** What is left out on this day, by the watch's own calendar. */
export function exclusionsToday(): Exclusions {
  const day = new Date().toDateString();
  const stored = readSealed<Exclusions>(Today.File);
  return stored && stored[0] === day ? stored : [day, []];
}

/** What this watch shut by itself until the phone knows it: codes and names of exercises. */
export type Shut = Array<number | string>;

/**
 * A routine's included items only, and not the excluded ones, by their keys, nor
 * what is shut. There may be none left.
 */
export function includedOnly(
  routine: FlatRoutine,
  excluded: string[],
  shut: Shut,
): FlatRoutine {
  const included = routine.slice(0, R.Items);
  let all = true;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (
      !(routine[row + I.Flags]! & ItemFlag.LeftOut) &&
      shut.indexOf(routine[row + I.What]!) < 0 &&
      (!excluded.length || excluded.indexOf(keyOf(routine, row)) < 0)
    ) {
      for (let i = 0; i < I.Size; i++) included.push(routine[row + i]!);
    } else all = false;
  }
  // One list where one will do.
  return all ? routine : included;
}
