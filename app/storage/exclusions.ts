import { LEFT_OUT, PackedRoutine } from "../../common/wire/packed-routine";
import { readSealed, writeSealed } from "./files";

const FILE = "today";

/** What the runner leaves out for one day, and of which routine. */
type LeftOut = [day: string, revision: number, items: number[]];

function dayOf(now: Date): string {
  return now.getDate() + "-" + now.getMonth();
}

/** Numbers of the items that are left out today of a routine. */
export function leftOut(packed: PackedRoutine): number[] {
  const stored = readSealed<LeftOut>(FILE);
  return stored && stored[0] === dayOf(new Date()) && stored[1] === packed[1]
    ? stored[2]
    : [];
}

/** Leaves an item out for today, or takes it in again; never the last one. */
export function toggleToday(packed: PackedRoutine, item: number): void {
  const left = leftOut(packed);
  const at = left.indexOf(item);
  const there = packed[7].filter((row) => !(row[1]! & LEFT_OUT)).length;
  if (at >= 0) left.splice(at, 1);
  else if (left.length + 1 < there) left.push(item);
  writeSealed(FILE, [dayOf(new Date()), packed[1], left]);
}

/** The routine without what is left out today. */
export function forToday(packed: PackedRoutine): PackedRoutine {
  const left = leftOut(packed);
  if (!left.length) return packed;
  const today = packed.slice() as PackedRoutine;
  today[7] = packed[7].map((row, item) => {
    if (left.indexOf(item) < 0) return row;
    const out = row.slice() as typeof row;
    out[1] = (out[1] as number) | LEFT_OUT;
    return out;
  });
  return today;
}
