import { Item, Routine } from "../../common/routine";
import { Step } from "../../app/session/cursor";

/** A step and its planned seconds. */
export type Planned = Step & { seconds: number };

function workOf(item: Item): Array<[Step["phase"], number, number]> {
  if (item.kind === "hold") return [["hold", 0, item.hold]];
  const list: Array<[Step["phase"], number, number]> = [];
  for (let rep = 0; rep < item.reps; rep++) {
    list.push(["lift", rep, item.lift]);
    list.push(["hold", rep, item.hold], ["lower", rep, item.lower]);
  }
  return list;
}

/** Every step of a session, written out the plain way, the end included. */
export function stepsOf(plan: Routine): Planned[] {
  const steps: Planned[] = [];
  plan.items.forEach((each, item) => {
    for (let set = 0; set < each.sets; set++) {
      for (let side = 0; side < each.sides; side++) {
        const at = { item, set, side, rep: 0 };
        if (side > 0) {
          steps.push({ ...at, phase: "switch", seconds: plan.switch });
        } else if (set > 0) {
          steps.push({ ...at, phase: "rest", seconds: each.rest });
        } else if (item > 0) {
          steps.push({ ...at, phase: "between", seconds: plan.between });
        } else steps.push({ ...at, phase: "ready", seconds: plan.ready });
        for (const [phase, rep, seconds] of workOf(each)) {
          steps.push({ ...at, phase, rep, seconds });
        }
      }
    }
  });
  const item = plan.items.length;
  steps.push({ item, set: 0, side: 0, rep: 0, phase: "done", seconds: 0 });
  return steps;
}

/** The step without its seconds, as the cursor has it. */
export function bare(planned: Planned): Step {
  const { item, set, side, rep, phase } = planned;
  return { item, set, side, rep, phase };
}
