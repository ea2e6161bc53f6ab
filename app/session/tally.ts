import { ItemRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import { Step } from "./cursor";

/**
 * What has been done, by set and side, so that a set that starts over counts
 * once. Grows with the routine's sets (at most 800), never with time.
 */
export interface Tally {
  readonly routine: Routine;
  /** By `tallyIndex`: reps done, ms held, and whether the set was done in full. */
  reps: number[];
  holdMs: number[];
  complete: boolean[];
  /** By item. */
  skipped: boolean[];
}

/** The place of a step's set and side among all those of the routine. */
export function tallyIndex({ items }: Routine, step: Step): number {
  const { item, set, side } = step;
  let index = set * items[item]!.sides + side;
  for (let i = 0; i < item; i++) index += items[i]!.sets * items[i]!.sides;
  return index;
}

/** What was done of each item of the routine, in its order. */
export function itemsOf(tally: Tally): ItemRecord[] {
  let index = 0;
  return tally.routine.items.map((item, number) => {
    const reps: number[] = [];
    const hold: number[] = [];
    let sets = 0;
    for (let set = 0; set < item.sets; set++) {
      let complete = true;
      for (let side = 0; side < item.sides; side++, index++) {
        reps[side] = (reps[side] || 0) + (tally.reps[index] || 0);
        hold[side] = (hold[side] || 0) + (tally.holdMs[index] || 0);
        if (!tally.complete[index]) complete = false;
      }
      if (complete) sets++;
    }
    return {
      exercise: item.exercise,
      name: item.name,
      sets,
      reps,
      holdSeconds: hold.map((ms) => total([ms / 1000])),
      skipped: !!tally.skipped[number] && sets < item.sets,
    };
  });
}
