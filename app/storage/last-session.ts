import { weekOf } from "../../common/weeks";
import { R } from "../../common/wire/flat-routine";
import { LastSession, LinkFile } from "../../common/wire/link-files";
import { WeekStartBits } from "../../common/wire/packed-routine";
import { readSealed } from "./files";
import { routineInUse } from "./routines";

/** The last session on this watch, or what the phone says of it; undefined without one. */
export function readLastSession(): LastSession | undefined {
  return readSealed<LastSession>(LinkFile.Last);
}

/** The number of the week of a moment in seconds since 1970, here. */
export function weekAt(seconds: number): number {
  return weekOf(
    seconds,
    -new Date(seconds * 1000).getTimezoneOffset(),
    routineInUse()[R.Flags]! >> WeekStartBits.Shift,
  );
}

/** How many sessions fall into the week of that number, the `last` included. */
export function weekCount(last: LastSession | undefined, week: number): number {
  if (!last || (last[3] || weekAt(last[0])) !== week) return 0;
  return last[2] === undefined ? 1 : last[2];
}
