import { FlatRoutine, I, R, goalPlace } from "../../common/wire/flat-routine";
import { LEFT_OUT } from "../../common/wire/packed-routine";
import { TODAY, dayOf, excludedToday } from "./exclusions";
import { writeSealed } from "./files";

// Loaded only with the list of exercises.

/** Leaves an item out for today, or takes it in again; never the last one. */
export function toggleToday(routine: FlatRoutine, item: number): void {
  const excluded = excludedToday(routine);
  const at = excluded.indexOf(item);
  let included = 0;
  for (let row = R.Items as number; row < goalPlace(routine); row += I.Size) {
    if (!(routine[row + I.Flags]! & LEFT_OUT)) included++;
  }
  if (at >= 0) excluded.splice(at, 1);
  else if (excluded.length + 1 < included) excluded.push(item);
  writeSealed(TODAY, [dayOf(new Date()), routine[R.Revision], excluded]);
}
