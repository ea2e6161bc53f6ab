import { BUILT_IN } from "../../common/watch-tables";
import { PackedRoutine, currentForm } from "../../common/wire/packed-routine";
import { exists, readSealed, setAside, writeSealed } from "./files";

// The routine on the watch, and the good one before it.

/** Two places for the routine: the one in use is never written to. */
const SLOTS = ["routine-a", "routine-b"];

/** A routine with the count that tells the newer place from the older. */
type Stored = [count: number, packed: PackedRoutine];

let count = 0;
let slot = 1;

/** The routine in use. */
export let packed = BUILT_IN;

function use(stored: Stored, place: number): void {
  [count, packed] = stored;
  slot = place;
}

/**
 * Reads both places and takes the newest that is whole. True when one could
 * not be read and was set aside.
 */
export function load(): boolean {
  let damaged = false;
  SLOTS.forEach((name, place) => {
    const stored = readSealed<Stored>(name);
    const form = stored && currentForm(stored[1]);
    if (!stored || !form) {
      if (exists(name)) damaged = true;
      setAside(name);
    } else if (stored[0] > count) use([stored[0], form], place);
  });
  return damaged;
}

/**
 * Stores a routine that has been checked, for the next session on. False
 * when there is no room; the good one stays in its place either way.
 */
export function take(checked: PackedRoutine): boolean {
  const stored: Stored = [count + 1, checked];
  const place = 1 - slot;
  if (!writeSealed(SLOTS[place]!, stored)) return false;
  use(stored, place);
  return true;
}
