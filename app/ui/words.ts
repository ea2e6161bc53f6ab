import { gettext } from "i18n";
import { POSITIONS, codeOf } from "../../common/exercise-ids";
import { CUSTOM, Item, Routine } from "../../common/routine";
import { Step } from "../session/cursor";

/** A message of the language file, `%1` and `%2` filled in. */
export function words(
  key: string,
  one?: string | number,
  two?: string | number,
): string {
  return gettext(key).replace("%1", String(one)).replace("%2", String(two));
}

/** The item at, or ahead of, a step; the last one at the end. */
export function itemOf(routine: Routine, step: Step): Item {
  return routine.items[Math.min(step.item, routine.items.length - 1)]!;
}

/** The name of an exercise in the wearer's language. */
export function nameOf(item: Item): string {
  return item.exercise === CUSTOM ? item.name : words(item.exercise);
}

/** How to lie or stand, or empty for an exercise of the runner's own. */
export function positionOf(item: Item): string {
  const position = POSITIONS[codeOf(item.exercise)];
  // The one exercise whose place has to be found before lying down.
  if (item.exercise === "reverse-hip-raise") return words("on-bench");
  return position ? words("on-" + position) : "";
}

/** Which set this is, such as "Set 2 of 3". */
export function setOf(routine: Routine, step: Step): string {
  return words("set-of", step.set + 1, itemOf(routine, step).sets);
}

/** The side that is meant, or empty where there is only one. */
export function sideOf(routine: Routine, step: Step): string {
  if (itemOf(routine, step).sides === 1) return "";
  return words(step.side ? "right-side" : "left-side");
}

/** Whole seconds left, as a countdown shows them: 1 until the very end. */
export function countdown(ms: number): number {
  return ms > 0 ? Math.ceil(ms / 1000) : 0;
}

/** Minutes and seconds, such as 18:04. */
export function clockText(ms: number): string {
  const seconds = countdown(ms);
  const rest = seconds % 60;
  return Math.floor(seconds / 60) + (rest < 10 ? ":0" : ":") + rest;
}
