import { EXERCISE_IDS, kindOf } from "../../common/exercise-ids";
import { PackedRoutine } from "../../common/wire/packed-routine";

// Loaded only when the phone sends a routine. The limits are those of
// common/limits.ts, which a property test holds this to: its messages are for
// people with a phone in their hand, and would cost the watch three times this.

/** Lowest and highest by place, as pairs; the name and the items stand apart. */
const HEAD = [1, 1, 0, 4294967295, 0, 0, 0, 60, 0, 60, 0, 60, 0, 255];
/** The same for an item, times in half seconds; the exercise stands apart. */
const ITEM = [0, 0, 0, 7, 1, 10, 1, 50, 0, 1200, 0, 1200, 0, 1200, 0, 300];

/** True when each number is whole and in its range; `apart` is not looked at. */
function fits(row: unknown[], ranges: number[], apart: number): boolean {
  for (let i = 0; i < ranges.length / 2; i++) {
    if (i === apart) continue;
    const n = row[i];
    // Comparing an object asks it for its value, which can throw.
    if (typeof n !== "number" || n % 1) return false;
    if (!(n >= ranges[i * 2]! && n <= ranges[i * 2 + 1]!)) return false;
  }
  return true;
}

function isName(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.length <= 30 &&
    value.trim() !== "" &&
    value.split("").every((c) => c >= " " && c !== "\x7f")
  );
}

function isItem(row: PackedRoutine[7][number]): boolean {
  if (!(row instanceof Array) || row.length !== 8 || !fits(row, ITEM, 0)) {
    return false;
  }
  const what = row[0];
  const [, flags, , reps, lift, hold, lower] = row as number[];
  const held = !!(flags! & 4);
  const known =
    typeof what === "number"
      ? EXERCISE_IDS[what] && held === (kindOf(what) === "hold")
      : isName(what);
  const rep = lift! + hold! + lower!;
  // A rep lasts a second and a set three: cues need room to be told apart.
  return (
    !!known &&
    reps! * rep >= 6 &&
    (held ? reps === 1 && rep === hold : rep >= 2)
  );
}

/** The packed routine if it is one that a session can run, else undefined. */
export function checkRoutine(given: unknown): PackedRoutine | undefined {
  const packed = given as PackedRoutine;
  if (
    !(packed instanceof Array) ||
    packed.length !== 8 ||
    !fits(packed, HEAD, 2) ||
    !isName(packed[2])
  ) {
    return undefined;
  }
  const items = packed[7];
  return items instanceof Array &&
    items.length <= 40 &&
    items.every(isItem) &&
    items.some((item) => !(item[1]! & 1))
    ? packed
    : undefined;
}
