import fc from "fast-check";
import {
  Step,
  firstStep,
  nextStep,
  previousStep,
  seek,
  stepSeconds,
} from "../../app/session/cursor";
import { remainingSeconds } from "../../app/session/remaining";
import { defaultRoutine } from "../../common/default-routine";
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
import { Planned, bare, stepsOf } from "../../verification/model/steps";

/** Walks a plan from start to end, noting what the cursor says of each step. */
function walk(plan: Routine): Planned[] {
  const step = firstStep();
  const steps = [{ ...step, seconds: stepSeconds(plan, step) }];
  while (step.phase !== "done") {
    nextStep(plan, step);
    steps.push({ ...step, seconds: stepSeconds(plan, step) });
  }
  return steps;
}

function walkBack(plan: Routine, from: Step): Step[] {
  const step = { ...from };
  const steps = [{ ...step }];
  while (previousStep(plan, step)) steps.push({ ...step });
  return steps;
}

/** Everything the cursor promises, checked step by step on one plan. */
function expectSoundWalk(plan: Routine): void {
  const steps = walk(plan);
  expect(steps).toEqual(stepsOf(plan));
  const places = steps.map(bare);
  const end = places[places.length - 1]!;
  expect(walkBack(plan, end)).toEqual([...places].reverse());
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

  test("is the same forwards, backwards and in the sum of its seconds", () => {
    expectSoundWalk(defaultRoutine());
    check(fc.property(anyPlan(SMALL), expectSoundWalk), 60);
  });

  test("holds for forty exercises and for waits of no time at all", () => {
    const items = Array.from({ length: 40 }, (_, i) =>
      anItem(i % 2 ? "side-plank" : "dead-bug", { sets: (i % 3) + 1, rest: 0 }),
    );
    expectSoundWalk(aRoutine({ ready: 0, between: 0, switch: 0, items }));
  });

  test("stays at both ends", () => {
    const plan = shortRoutine();
    const first = firstStep();
    expect(previousStep(plan, first)).toBe(false);
    expect(first).toEqual(firstStep());
    const end = stepsOf(plan).pop()!;
    const step: Step = { ...end };
    nextStep(plan, step);
    expect(step).toEqual(end);
    expect(remainingSeconds(plan, step)).toBe(0);
  });
});

describe("finding a place in a routine", () => {
  test("finds the first work of every exercise, set and side", () => {
    check(
      fc.property(anyPlan(SMALL), (plan) => {
        for (const step of stepsOf(plan).map(bare)) {
          const paced = plan.items[step.item]?.kind === "reps";
          if (step.rep || step.phase !== (paced ? "lift" : "hold")) continue;
          expect(seek(plan, step.item, step.set, step.side)).toEqual(step);
        }
      }),
      40,
    );
  });

  test.each([
    [3, 0, 0],
    [-1, 0, 0],
    [0, 2, 0],
    [0, -1, 0],
    [1, 0, 2],
    [0, 0, 1],
    [NaN, 0, 0],
    [0, NaN, 0],
  ])("finds nothing at exercise %d, set %d, side %d", (item, set, side) => {
    expect(seek(shortRoutine(), item, set, side)).toBeUndefined();
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
