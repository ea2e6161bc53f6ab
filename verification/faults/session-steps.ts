import { Item, Routine } from "../../common/routine";
import { Phase, Step } from "./names";

/** A step of a session and its planned seconds. */
export type PlannedStep = Step & { seconds: number };

function workOf(item: Item): Array<[Phase, number, number]> {
  if (item.kind === "hold") return [["hold", 0, item.hold]];
  const list: Array<[Phase, number, number]> = [];
  for (let rep = 0; rep < item.reps; rep++) {
    list.push(["lift", rep, item.lift]);
    list.push(["hold", rep, item.hold], ["lower", rep, item.lower]);
  }
  return list;
}

/** Every step of a session in order, the end included. */
export function stepsOf(routine: Routine): PlannedStep[] {
  const steps: PlannedStep[] = [];
  routine.items.forEach((each, item) => {
    for (let set = 0; set < each.sets; set++) {
      for (let side = 0; side < each.sides; side++) {
        const at = { item, set, side, rep: 0 };
        if (side > 0) {
          steps.push({ ...at, phase: "switch", seconds: routine.switch });
        } else if (set > 0) {
          steps.push({ ...at, phase: "rest", seconds: each.rest });
        } else if (item > 0) {
          steps.push({ ...at, phase: "between", seconds: routine.between });
        } else steps.push({ ...at, phase: "ready", seconds: routine.ready });
        for (const [phase, rep, seconds] of workOf(each)) {
          steps.push({ ...at, phase, rep, seconds });
        }
      }
    }
  });
  const item = routine.items.length;
  steps.push({ item, set: 0, side: 0, rep: 0, phase: "done", seconds: 0 });
  return steps;
}
