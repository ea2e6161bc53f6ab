import { me } from "appbit";
import { minuteHistory } from "user-activity";
import { Minute } from "../../common/coach/run";

/** Minutes that are looked at, and so many to find out in which order they come. */
const LOOKED_AT = 60;
const PROBED = 5;

/** True where two lists of minutes tell the same from their place on. */
function alike(few: Minute[], all: Minute[], from: number): boolean {
  for (let i = 0; i < few.length; i++) {
    const one = few[i]!;
    const other = all[from + i];
    if (!other || one[0] !== other[0] || one[1] !== other[1]) return false;
  }
  return true;
}

function minutes(limit: number): Minute[] {
  const records = minuteHistory.query({ limit });
  const read: Minute[] = [];
  for (let i = 0; i < records.length; i++) {
    const { steps, averageHeartRate } = records[i]!;
    read.push([steps as Minute[0], averageHeartRate as Minute[1]]);
  }
  return read;
}

/**
 * The last hour on the wrist by minutes, the newest first; empty where a watch does
 * not have it or the wearer does not allow it.
 */
export function lastHour(): Minute[] {
  try {
    if (!me.permissions.granted("access_activity")) return [];
    const all = minutes(LOOKED_AT);
    const few = minutes(PROBED);
    // No text of Fitbit's says which minute comes first.
    const oldestFirst =
      alike(few, all, all.length - few.length) && !alike(few, all, 0);
    return oldestFirst ? all.reverse() : all;
  } catch {
    return [];
  }
}
