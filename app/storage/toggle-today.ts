import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { Today, exclusionsToday, includedOnly, keyOf } from "./exclusions";
import { writeSealed } from "./files";

// Loaded only with the list of exercises.

/** Leaves the item at `row` out for today, or takes it in again; never the last one. */
export function toggleToday(routine: FlatRoutine, row: number): void {
  const exclusions = exclusionsToday();
  const keys = exclusions[1];
  const key = keyOf(routine, row);
  const at = keys.indexOf(key);
  if (at >= 0) keys.splice(at, 1);
  else if (includedOnly(routine, keys, []).length > R.Items + I.Size) {
    keys.push(key);
  }
  writeSealed(Today.File, exclusions);
}
