import { leftOut } from "../../common/coach/ask";
import { CLASSES, EASY } from "../../common/watch-coach";
import { BUILT_IN } from "../../common/watch-tables";
import { C, ClassBit, Plans } from "../../common/wire/coach-files";
import { FlatRoutine, I, R } from "../../common/wire/flat-routine";
import { exclusionsToday, includedOnly, keyOf } from "./exclusions";
import { shutHere } from "./gates";
import { routineInUse } from "./routines";

/** Which of the three plans, as in a record. */
export const enum Mode {
  Planned,
  Easy,
  Lighter,
}

/** The exercises that are on trial, by their codes, a bit each. */
export function trialsOf(plans: Plans): number {
  const routine = routineInUse();
  let trials = 0;
  if (plans[C.Revision] !== routine[R.Revision]) return trials;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    if (plans[C.Classes][row / I.Size - 1]! & ClassBit.Trial) {
      trials |= 1 << routine[row + I.What]!;
    }
  }
  return trials;
}

/** What the item at `row` is like, by the phone's own word where it is of this routine. */
function classOf(
  routine: FlatRoutine,
  row: number,
  told: number[] | undefined,
): number {
  const what: unknown = routine[row + I.What];
  if (told) return told[row / I.Size - 1]!;
  // Nobody knows what one of the runner's own does to a leg.
  return typeof what === "number"
    ? Number(CLASSES.charAt(what))
    : ClassBit.Flexion;
}

/**
 * The items of a plan for today: without what is shut, what the runner leaves out,
 * and what this answer about the leg leaves out. There may be none.
 */
function without(
  plan: FlatRoutine,
  leg: number,
  told: number[] | undefined,
): FlatRoutine {
  const out = exclusionsToday()[1].slice();
  for (let row = R.Items as number; row < plan.length; row += I.Size) {
    if (classOf(plan, row, told) & leftOut(leg)) out.push(keyOf(plan, row));
  }
  return includedOnly(plan, out, shutHere());
}

/**
 * What is done today in this mode, after this answer about the leg. Where that leaves
 * nothing, it is the easy plan, and where that too leaves nothing the app's own: all of
 * it, if each of its three exercises is left out.
 */
export function planFor(
  mode: Mode,
  leg: number,
  plans: Plans | undefined,
): [mode: Mode, plan: FlatRoutine] {
  const routine = routineInUse();
  let plan: FlatRoutine = [];
  if (mode === Mode.Planned) {
    const same = plans && plans[C.Revision] === routine[R.Revision];
    plan = without(routine, leg, same ? plans[C.Classes] : undefined);
  } else if (plans) {
    plan = without(
      plans[mode === Mode.Easy ? C.Easy : C.Light],
      leg,
      undefined,
    );
  }
  if (plan.length > R.Items) return [mode, plan];
  if (mode === Mode.Lighter) return planFor(Mode.Planned, leg, plans);
  if (mode === Mode.Planned) return planFor(Mode.Easy, leg, plans);
  const own = BUILT_IN.slice(0, R.Items).concat(EASY);
  const open = without(own, leg, undefined);
  return [mode, open.length > R.Items ? open : own];
}
