import { ROUTINE_LIMITS } from "../../common/limits";
import { wholeOr } from "../json";
import { KeyValueStore, storedJson } from "../key-value-store";

/** Its value is the list of goals, as JSON. */
const GOALS = "goals";

/** A goal of sessions a week, and the number of the week from which on it counts. */
export type Goal = [from: number, goal: number];

/** Every goal that there was, oldest first; what cannot be read is left out. */
export function readGoals(store: KeyValueStore): Goal[] {
  const stored = storedJson(store, GOALS);
  const [least, most] = ROUTINE_LIMITS.goal;
  const goals: Goal[] = [];
  (Array.isArray(stored) ? stored : []).forEach((one: unknown) => {
    if (!Array.isArray(one)) return;
    const from = wholeOr(one[0], -1);
    const goal = wholeOr(one[1], 0, most);
    if (from >= 0 && goal >= least) goals.push([from, goal]);
  });
  return goals;
}

/**
 * Notes the goal that counts from a week on. The first goal there is counts for
 * every week before, too.
 * @throws When there is no room.
 */
export function noteGoal(
  store: KeyValueStore,
  week: number,
  goal: number,
): void {
  const goals = readGoals(store);
  const newest = goals[goals.length - 1];
  if (newest && newest[1] === goal) return;
  const earlier = goals.filter(([from]) => from < week);
  const before = earlier[earlier.length - 1];
  if (!before || before[1] !== goal) earlier.push([before ? week : 0, goal]);
  store.setItem(GOALS, JSON.stringify(earlier));
}

/** The goal of a week; `otherwise` where none was ever noted. */
export function goalIn(
  goals: ReadonlyArray<Goal>,
  week: number,
  otherwise: number,
): number {
  const counting = goals.filter(([from]) => from <= week);
  const newest = counting[counting.length - 1] || goals[0];
  return newest ? newest[1] : otherwise;
}
