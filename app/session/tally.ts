import { ItemRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import { Step } from "./cursor";

/**
 * What has been done, by set and side, so that a set that starts over counts
 * once. Grows with the plan's sets (at most 800), never with time.
 */
export class Tally {
  private reps: number[] = [];
  private holdMs: number[] = [];
  private complete: boolean[] = [];
  private skipped: boolean[] = [];

  constructor(private plan: Routine) {}

  private slot(step: Step): number {
    let slot = 0;
    for (let i = 0; i < step.item; i++) {
      slot += this.plan.items[i]!.sets * this.plan.items[i]!.sides;
    }
    return slot + step.set * this.plan.items[step.item]!.sides + step.side;
  }

  /** Forgets what was done in the set and side of the step. */
  clear(step: Step): void {
    const slot = this.slot(step);
    this.reps[slot] = this.holdMs[slot] = 0;
    this.complete[slot] = false;
  }

  addRep(step: Step): void {
    const slot = this.slot(step);
    this.reps[slot] = (this.reps[slot] || 0) + 1;
  }

  addHold(step: Step, ms: number): void {
    const slot = this.slot(step);
    this.holdMs[slot] = (this.holdMs[slot] || 0) + ms;
  }

  setComplete(step: Step): void {
    this.complete[this.slot(step)] = true;
  }

  setSkipped(step: Step): void {
    this.skipped[step.item] = true;
  }

  /** What was done of each item of the plan, in its order. */
  items(): ItemRecord[] {
    let slot = 0;
    return this.plan.items.map((item, index) => {
      const reps: number[] = [];
      const hold: number[] = [];
      for (let side = 0; side < item.sides; side++) {
        reps.push(0);
        hold.push(0);
      }
      let sets = 0;
      for (let set = 0; set < item.sets; set++) {
        let complete = true;
        for (let side = 0; side < item.sides; side++, slot++) {
          reps[side]! += item.kind === "reps" ? this.reps[slot] || 0 : 0;
          hold[side]! += this.holdMs[slot] || 0;
          if (!this.complete[slot]) complete = false;
        }
        if (complete) sets++;
      }
      return {
        exercise: item.exercise,
        name: item.name,
        sets,
        reps,
        holdSeconds: hold.map((ms) => total([ms / 1000])),
        skipped: !!this.skipped[index] && sets < item.sets,
      };
    });
  }
}
