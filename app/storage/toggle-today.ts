import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { Today, exclusionsToday } from "./exclusions";
import { writeSealed } from "./files";

// Loaded only with the list of exercises.

/** Leaves an item out for today, or takes it in again; never the last one. */
export function toggleToday(routine: FlatRoutine, item: number): void {
  const exclusions = exclusionsToday(routine);
  const items = exclusions[2];
  const at = items.indexOf(item);
  let included = 0;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (!(routine[row + I.Flags]! & ItemFlag.LeftOut)) included++;
  }
  if (at >= 0) items.splice(at, 1);
  else if (items.length + 1 < included) items.push(item);
  writeSealed(Today.File, exclusions);
}
