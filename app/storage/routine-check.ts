import {
  HELD,
  ITEM_RANGES,
  KINDS,
  LEFT_OUT,
  MAX_ITEMS,
  MIN_REP_HALVES,
  MIN_SET_HALVES,
  NAME_LENGTH,
  ROUTINE_RANGES,
} from "../../common/watch-limits";
import { PackedRoutine, currentForm } from "../../common/wire/packed-routine";

// Loaded only when the phone sends a routine. A property test holds it to the
// check of common/limits.ts, whose messages are for people with a phone in
// their hand and would cost the watch three times this.

/** Highest flags of version 1, which had the goal in them. */
const MOST_FLAGS_1 = 255;

function isWhole(n: unknown, min: number, max: number): boolean {
  // Comparing an object asks it for its value, which can throw.
  return typeof n === "number" && n % 1 === 0 && n >= min && n <= max;
}

/** True when it has just the entries of `ranges`, each number in its range. */
function fits(row: unknown[], ranges: number[]): boolean {
  if (!(row instanceof Array) || row.length * 2 !== ranges.length) return false;
  for (let i = 0; i < row.length; i++) {
    const min = ranges[i * 2]!;
    const max = ranges[i * 2 + 1]!;
    if (min <= max && !isWhole(row[i], min, max)) return false;
  }
  return true;
}

function isName(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.length <= NAME_LENGTH &&
    value.trim() !== "" &&
    value.split("").every((c) => c >= " " && c !== "\x7f")
  );
}

function isItem(row: PackedRoutine[7][number]): boolean {
  if (!fits(row, ITEM_RANGES)) return false;
  const what = row[0];
  const [, flags, , reps, lift, hold, lower] = row as number[];
  const held = !!(flags! & HELD);
  const known =
    typeof what === "number"
      ? KINDS[what] === (held ? "h" : "r")
      : isName(what);
  const rep = lift! + hold! + lower!;
  return (
    !!known &&
    reps! * rep >= MIN_SET_HALVES &&
    (held ? reps === 1 && rep === hold : rep >= MIN_REP_HALVES)
  );
}

/** What the phone sent, as this version packs it; undefined for garbage. */
function formOf(given: unknown): PackedRoutine | undefined {
  if (!(given instanceof Array)) return undefined;
  const packed = given as PackedRoutine;
  const old = given.length === 8;
  return old !== (packed[0] === 1) ||
    (old && !isWhole(packed[6], 0, MOST_FLAGS_1))
    ? undefined
    : currentForm(packed);
}

/**
 * The packed routine, as this version packs it, if it is one that a session
 * can run; else undefined.
 */
export function checkRoutine(given: unknown): PackedRoutine | undefined {
  const packed = formOf(given);
  if (!packed || !fits(packed, ROUTINE_RANGES) || !isName(packed[2])) {
    return undefined;
  }
  const items = packed[7];
  return items instanceof Array &&
    items.length <= MAX_ITEMS &&
    items.every(isItem) &&
    items.some((item) => !(item[1]! & LEFT_OUT))
    ? packed
    : undefined;
}
