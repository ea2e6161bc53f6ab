import { idOf } from "../common/exercise-codes";
import { I, R } from "../common/wire/flat-routine";
import { flatRoutine } from "../common/wire/stored-routine";

/** The place of the routine in the plan of a session, as the watch stores it. */
const ROUTINE = 3;

/**
 * What each item of the session under way is called, in their order: the id of an exercise, or the
 * name of one of the runner's own. Empty where the watch has stored no plan.
 * @param stored a list and its seal
 */
export function itemsOf(stored: unknown): { id?: string; name: string }[] {
  const plan: unknown = stored instanceof Array ? stored[0] : undefined;
  const routine: readonly unknown[] | undefined =
    plan instanceof Array ? flatRoutine(plan[ROUTINE]) : undefined;
  if (routine === undefined) return [];
  const items: { id?: string; name: string }[] = [];
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    const what = routine[row + I.What];
    const id = idOf(what);
    items.push(id === undefined ? { name: String(what) } : { id, name: id });
  }
  return items;
}
