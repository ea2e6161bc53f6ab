import { PackedRoutine } from "../../common/wire/packed-routine";
import { readSealed, writeSealed } from "./files";

const FILE = "today";

/** What the runner leaves out on one day, by item, of which routine. */
type Exclusions = [day: string, revision: number, items: number[]];

function dayOf(now: Date): string {
  return now.getDate() + "-" + now.getMonth();
}

/** Numbers, from 0, of the items of a routine that are left out today. */
export function excludedToday(packed: PackedRoutine): number[] {
  const stored = readSealed<Exclusions>(FILE);
  return stored && stored[0] === dayOf(new Date()) && stored[1] === packed[1]
    ? stored[2]
    : [];
}

/** Leaves an item out for today, or takes it in again; never the last one. */
export function toggleToday(packed: PackedRoutine, item: number): void {
  const excluded = excludedToday(packed);
  const at = excluded.indexOf(item);
  const included = packed[7].filter((row) => !(row[1]! & 1)).length;
  if (at >= 0) excluded.splice(at, 1);
  else if (excluded.length + 1 < included) excluded.push(item);
  writeSealed(FILE, [dayOf(new Date()), packed[1], excluded]);
}

/** The routine without what is left out today. */
export function forToday(packed: PackedRoutine): PackedRoutine {
  const excluded = excludedToday(packed);
  if (!excluded.length) return packed;
  const today = packed.slice() as PackedRoutine;
  today[7] = packed[7].map((row, item) => {
    if (excluded.indexOf(item) < 0) return row;
    const out = row.slice() as typeof row;
    out[1] = (out[1] as number) | 1;
    return out;
  });
  return today;
}
