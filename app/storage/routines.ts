import { BUILT_IN } from "../../common/watch-tables";
import { FlatRoutine } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { exists, readSealed, setAside, writeSealed } from "./files";

// The routine on the watch, and the one before it.

/** Two files for the routine: the one in use is never written to. */
const FILES = "ab";

/** A routine, and how many were stored so far: that tells the newer one. */
type Stored = [count: number, routine: unknown[]];

let count = 0;
/** Which of the two files the routine in use is from. */
let current = 1;
let routine = BUILT_IN;

/** The routine for the next session. */
export function routineInUse(): FlatRoutine {
  return routine;
}

function fileOf(number: number): string {
  return "routine-" + FILES.charAt(number);
}

/**
 * Reads both files and takes the newest that is whole. True when one could
 * not be read and was set aside.
 * @once
 */
export function load(): boolean {
  let damaged = false;
  for (let file = 0; file < FILES.length; file++) {
    const name = fileOf(file);
    const stored = readSealed<Stored>(name);
    const flat = stored && flatRoutine(stored[1]);
    if (!flat) {
      if (exists(name)) damaged = true;
      setAside(name);
    } else if (stored![0] > count) {
      count = stored![0];
      routine = flat;
      current = file;
    }
  }
  return damaged;
}

/**
 * Stores a routine that has been checked, for the next session on. False
 * when there is no room; the one in use before stays on file either way.
 */
export function store(checked: FlatRoutine): boolean {
  if (!writeSealed(fileOf(1 - current), [count + 1, checked])) return false;
  count++;
  current = 1 - current;
  routine = checked;
  return true;
}
