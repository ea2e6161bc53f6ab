import {
  Item,
  Routine,
  itemSeconds,
  setSeconds,
  workSeconds,
} from "../../common/routine";
import { Step, isWork, stepSeconds } from "./cursor";
import { Player, stepRemaining } from "./player";

/** Seconds from the start of an item's first set to the start of the step. */
function secondsIntoItem(routine: Routine, item: Item, step: Step): number {
  const work = workSeconds(item);
  const before =
    step.set * (setSeconds(routine, item) + item.rest) +
    step.side * (work + routine.switch);
  if (!isWork(step.phase)) return before - stepSeconds(routine, step);
  const rep = item.lift + item.hold + item.lower;
  const inRep =
    step.phase === "lift"
      ? 0
      : step.phase === "hold"
        ? item.lift
        : item.lift + item.hold;
  return before + step.rep * rep + inRep;
}

/** Seconds from the start of the step to the end of the session. */
export function remainingSeconds(routine: Routine, step: Step): number {
  const items = routine.items;
  if (step.item >= items.length) return 0;
  const item = items[step.item]!;
  let seconds =
    itemSeconds(routine, item) - secondsIntoItem(routine, item, step);
  for (let i = step.item + 1; i < items.length; i++) {
    seconds += routine.between + itemSeconds(routine, items[i]!);
  }
  return seconds;
}

/** Ms left of the whole session at session time `now`, pauses left out. */
export function sessionRemaining(player: Player, now: number): number {
  const { status, routine, step } = player;
  if (status === "finished") return 0;
  const later = remainingSeconds(routine, step) - stepSeconds(routine, step);
  return stepRemaining(player, now) + later * 1000;
}
