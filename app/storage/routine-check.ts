import {
  ITEM_RANGES,
  KINDS,
  MAX_ITEMS,
  MIN_REP_HALVES,
  MIN_SET_HALVES,
  NAME_LENGTH,
  ROUTINE_RANGES,
} from "../../common/watch-limits";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { ItemFlag } from "../../common/wire/packed-routine";

// Loaded only when the phone sends a routine. A property test holds it to the
// check of common/limits.ts, whose messages are for people with a phone in
// their hand and would cost the watch three times this.

/** The place of the items in what the phone sends. */
const ITEMS = 7;
/** Highest flags of version 1, which had the goal in them. */
const MOST_FLAGS_1 = 255;

function isWhole(n: unknown, min: number, max: number): boolean {
  // Comparing an object asks it for its value, which can throw.
  return typeof n === "number" && n % 1 === 0 && n >= min && n <= max;
}

/** True when the entries from `place` on are numbers in their ranges. */
export function fits(
  list: unknown[],
  place: number,
  ranges: number[],
): boolean {
  for (let i = 0; i < ranges.length; i += 2, place++) {
    const min = ranges[i]!;
    const max = ranges[i + 1]!;
    if (min <= max && !isWhole(list[place], min, max)) return false;
  }
  return true;
}

function isName(name: unknown): boolean {
  if (typeof name !== "string" || name.length > NAME_LENGTH || !name.trim()) {
    return false;
  }
  for (let i = 0; i < name.length; i++) {
    const letter = name.charAt(i);
    if (letter < " " || letter === "\x7f") return false;
  }
  return true;
}

/** True for an item that a session can run. */
function isItem(routine: FlatRoutine, row: number): boolean {
  if (!fits(routine, row, ITEM_RANGES)) return false;
  const what: unknown = routine[row + I.What];
  const held = !!(routine[row + I.Flags]! & ItemFlag.Held);
  const reps = routine[row + I.Reps]!;
  const hold = routine[row + I.Hold]!;
  const rep = routine[row + I.Lift]! + hold + routine[row + I.Lower]!;
  return (
    (typeof what === "number"
      ? KINDS.charAt(what) === (held ? "h" : "r") && what % 1 === 0
      : isName(what)) &&
    reps * rep >= MIN_SET_HALVES &&
    (held ? reps === 1 && rep === hold : rep >= MIN_REP_HALVES)
  );
}

/** What the phone sent, in one list; undefined for another shape. */
function formOf(given: unknown): FlatRoutine | undefined {
  if (!(given instanceof Array)) return undefined;
  const old = given.length === ITEMS + 1;
  for (let i = 0; i < given.length; i++) {
    if (given[i] instanceof Array !== (i === ITEMS)) return undefined;
  }
  const items = given[ITEMS] as unknown[];
  if (
    old !== (given[R.Version] === 1) ||
    given.length < ITEMS + 1 ||
    given.length > ITEMS + 2 ||
    (old && !isWhole(given[R.Flags], 0, MOST_FLAGS_1)) ||
    items.length > MAX_ITEMS
  ) {
    return undefined;
  }
  for (let i = 0; i < items.length; i++) {
    const row = items[i];
    if (!(row instanceof Array) || row.length !== I.Size) return undefined;
  }
  return flatRoutine(given);
}

/** The routine if it is one that a session can run; else undefined. */
export function checkRoutine(given: unknown): FlatRoutine | undefined {
  const routine = formOf(given);
  if (
    !routine ||
    !fits(routine, 0, ROUTINE_RANGES) ||
    !isName(routine[R.Name])
  ) {
    return undefined;
  }
  let included = false;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (!isItem(routine, row)) return undefined;
    if (!(routine[row + I.Flags]! & ItemFlag.LeftOut)) included = true;
  }
  return included ? routine : undefined;
}
