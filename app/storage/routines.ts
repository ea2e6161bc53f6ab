import { ROUTINE_VERSION } from "../../common/routine";
import { PackedRoutine } from "../../common/wire/packed-routine";
import { BUILT_IN } from "./built-in-routine";
import { exists, readSealed, setAside, writeSealed } from "./files";

// The routine on the watch, and the one before it.

/** Two files for the routine: the one in use is never written to. */
const FILES = ["routine-a", "routine-b"];

/** A routine, and how many were stored so far: that tells the newer one. */
type Stored = [count: number, packed: PackedRoutine];

let count = 0;
/** Which of the two files the routine in use is from. */
let current = 1;
let packed = BUILT_IN;

/** The routine for the next session. */
export function routineInUse(): PackedRoutine {
  return packed;
}

function use(stored: Stored, file: number): void {
  [count, packed] = stored;
  current = file;
}

/**
 * Reads both files and takes the newest that is whole. True when one could
 * not be read and was set aside.
 */
export function load(): boolean {
  let damaged = false;
  FILES.forEach((name, file) => {
    const stored = readSealed<Stored>(name);
    if (!stored || stored[1][0] !== ROUTINE_VERSION) {
      if (exists(name)) damaged = true;
      setAside(name);
    } else if (stored[0] > count) use(stored, file);
  });
  return damaged;
}

/**
 * Stores a routine that has been checked, for the next session on. False
 * when there is no room; the one in use before stays on file either way.
 */
export function store(checked: PackedRoutine): boolean {
  const stored: Stored = [count + 1, checked];
  const file = 1 - current;
  if (!writeSealed(FILES[file]!, stored)) return false;
  use(stored, file);
  return true;
}
