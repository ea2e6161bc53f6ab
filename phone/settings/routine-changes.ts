import { Item, Routine } from "../../common/routine";
import { contentOf } from "../link-state";
import { Choice } from "./choices";
import { Settings } from "./settings";
import { circuitOf } from "./rounds";
import { keysFor, withWholeNames } from "./writer";

/** What a routine would change, taken in place of the one in the settings. */
export interface RoutineChanges {
  /** How often its list is done. */
  rounds: number;
  /** Its items, each with how it is in the routine now; undefined where it is not. */
  items: Array<{ item: Item; before: Item | undefined }>;
  /** What is in the routine now, and would not be. */
  out: Choice[];
  /** Nothing would change. */
  none: boolean;
}

/** Compares a routine with the settings, by the rules of `takeRoutine`. */
export function routineChanges(
  { routine: now, choices }: Settings,
  routine: Routine,
): RoutineChanges {
  const included = choices.filter(({ item }) => item.included);
  const all = routine.items.filter((item) => item.included);
  const { items, rounds } = circuitOf(all);
  const names = choices.map(({ name }) => name);
  const keys = keysFor(withWholeNames(items, names));
  const { goal, weekStart, preferences } = now;
  const taken = { ...routine, items: all, goal, weekStart, preferences };
  return {
    rounds,
    items: items.map((item, i) => {
      const there = included.filter(({ key }) => key === keys[i])[0];
      return { item, before: there && there.item };
    }),
    out: included.filter(({ key }) => keys.indexOf(key) < 0),
    none: contentOf(taken) === contentOf(now),
  };
}
