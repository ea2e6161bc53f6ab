import fc from "fast-check";
import {
  Step,
  firstStep,
  nextStep,
  stepSeconds,
} from "../../app/session/cursor";
import { remainingSeconds } from "../../app/session/remaining";
import { defaultRoutine } from "../../common/dose";
import { Routine, routineSeconds } from "../../common/routine";
import { check } from "../builders/check";
import {
  FULL,
  SMALL,
  anItem,
  aRoutine,
  anyPlan,
  anyRoutine,
  shortRoutine,
} from "../../verification/builders/routines";
import {
  PlannedStep,
  withoutSeconds,
  stepsOf,
} from "../../verification/faults/session-steps";

/** Walks a plan from start to end, noting what the cursor says of each step. */
function walk(plan: Routine): PlannedStep[] {
  const step = firstStep();
  const steps = [{ ...step, seconds: stepSeconds(plan, step) }];
  while (step.phase !== "done") {
    nextStep(plan, step);
    steps.push({ ...step, seconds: stepSeconds(plan, step) });
  }
  return steps;
}

/** Everything the cursor promises, checked step by step on one plan. */
function expectSoundWalk(plan: Routine): void {
  const steps = walk(plan);
  expect(steps).toEqual(stepsOf(plan));
  const places = steps.map(withoutSeconds);
  let left = 0;
  for (let i = steps.length - 1; i >= 0; i--) {
    left += steps[i]!.seconds;
    expect(remainingSeconds(plan, places[i]!)).toBe(left);
  }
  expect(routineSeconds(plan)).toBe(left);
}

describe("walking through a routine", () => {
  test("goes through the default routine one step after another", () => {
    const phases = walk(defaultRoutine()).map(({ phase }) => phase);
    const count = (phase: string) => phases.filter((p) => p === phase).length;
    expect(count("lift")).toBe(90);
    expect(count("lower")).toBe(90);
    expect(count("hold")).toBe(90 + 1 + 2 + 3);
    expect(count("rest")).toBe(2 + 2 + 2);
    expect([count("ready"), count("switch"), count("between")]).toEqual([
      1, 1, 4,
    ]);
    expect(phases[phases.length - 1]).toBe("done");
  });

  test("is the same step by step and in the sum of its seconds", () => {
    expectSoundWalk(defaultRoutine());
    check(fc.property(anyPlan(SMALL), expectSoundWalk), 60);
  });

  test("holds for forty exercises and for waits of no time at all", () => {
    const items = Array.from({ length: 40 }, (_, i) =>
      anItem(i % 2 ? "side-plank" : "dead-bug", { sets: (i % 3) + 1, rest: 0 }),
    );
    expectSoundWalk(aRoutine({ ready: 0, between: 0, switch: 0, items }));
  });

  test("stays at its end", () => {
    const plan = shortRoutine();
    const end = stepsOf(plan).pop()!;
    const step: Step = { ...end };
    nextStep(plan, step);
    expect(step).toEqual(end);
    expect(remainingSeconds(plan, step)).toBe(0);
  });
});

describe("the time a routine takes", () => {
  test("leaves out what is not included, and the way to it", () => {
    check(
      fc.property(anyRoutine(FULL), (routine) => {
        const items = routine.items.filter(({ included }) => included);
        const shorter = { ...routine, items };
        expect(routineSeconds(routine)).toBe(routineSeconds(shorter));
      }),
      40,
    );
  });

  test("is 80.5 s for a short routine counted by hand", () => {
    expect(routineSeconds(shortRoutine())).toBe(80.5);
  });
});
