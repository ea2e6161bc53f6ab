import { FlatRoutine, I, R, goalPlace } from "./flat-routine";
import { HELD, TWO_SIDES } from "./packed-routine";

/** Seconds of work in one set on one side of the item at `row`. */
export function workSeconds(routine: FlatRoutine, row: number): number {
  const hold = routine[row + I.Hold]!;
  const rep = routine[row + I.Lift]! + hold + routine[row + I.Lower]!;
  const held = routine[row + I.Flags]! & HELD;
  return (held ? hold : routine[row + I.Reps]! * rep) / 2;
}

/** Seconds of one set of the item at `row`, with both sides where it has two. */
export function setSeconds(routine: FlatRoutine, row: number): number {
  const work = workSeconds(routine, row);
  return routine[row + I.Flags]! & TWO_SIDES
    ? 2 * work + routine[R.Switch]!
    : work;
}

/** Seconds of the items from `row` on, with the waits before each and in them. */
export function secondsFrom(routine: FlatRoutine, row: number): number {
  let seconds = 0;
  for (; row < goalPlace(routine); row += I.Size) {
    const sets = routine[row + I.Sets]!;
    seconds +=
      routine[R.Between]! +
      sets * setSeconds(routine, row) +
      (sets - 1) * routine[row + I.Rest]!;
  }
  return seconds;
}
