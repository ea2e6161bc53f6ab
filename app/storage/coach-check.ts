import { MAX_ITEMS } from "../../common/watch-limits";
import { C, CoachVersion, Plans } from "../../common/wire/coach-files";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { ItemFlag } from "../../common/wire/packed-routine";
import { checkRoutine, fits } from "./routine-check";

// Loaded only when the phone sends the coach's file. A property test holds it to the
// check of common/wire/coach.ts.

/** All bits of `ClassBit`. */
const MOST_CLASS = 31;
const MOST = 4294967295;

/** Lowest and highest value of each entry that is a number; the rest is passed over. */
// prettier-ignore
const RANGES = [
  CoachVersion.Version, CoachVersion.Version, 0, MOST, 0, 2, 0, 11, 0, 1,
  1, 0, 1, 0, 1, 0, 0, 1, 0, 99, 0, MOST, 0, 7,
];

function areClasses(given: unknown): boolean {
  if (!(given instanceof Array) || given.length > MAX_ITEMS) return false;
  const ranges: number[] = [];
  while (ranges.length < given.length * 2) ranges.push(0, MOST_CLASS);
  return fits(given, 0, ranges);
}

function hasLeftOut(plan: FlatRoutine): boolean {
  for (let row = R.Items as number; row < plan.length; row += I.Size) {
    if (plan[row + I.Flags]! & ItemFlag.LeftOut) return true;
  }
  return false;
}

/** What the phone sent as the watch keeps it; undefined for anything else. */
export function checkCoach(given: unknown): Plans | undefined {
  if (
    !(given instanceof Array) ||
    given.length !== C.Size ||
    !fits(given, 0, RANGES) ||
    !areClasses(given[C.Classes])
  ) {
    return undefined;
  }
  for (let place = C.Easy as number; place <= C.Light; place++) {
    const sent: unknown = given[place];
    if (!(sent instanceof Array)) return undefined;
    if (!sent.length) continue;
    const plan = checkRoutine(sent);
    if (!plan || hasLeftOut(plan)) return undefined;
    given[place] = plan;
  }
  return given as unknown as Plans;
}
