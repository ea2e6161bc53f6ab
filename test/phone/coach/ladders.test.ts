import { defaultItem, defaultRoutine } from "../../../common/default-routine";
import { EXERCISES } from "../../../common/exercises";
import { routineFault } from "../../../common/limits";
import { Item, itemSeconds, routineSeconds } from "../../../common/routine";
import { LADDERS, Step, topStep } from "../../../phone/coach/ladders";

const COACHED = EXERCISES.filter(({ id }) => LADDERS[id]);

/** Seconds of work of a step, without rests. */
function work(item: Item, step: Step): number {
  return step.sets * step.reps * (item.lift + step.hold + item.lower);
}

test("stretches have no ladder, every other exercise has one", () => {
  const without = EXERCISES.filter(({ id }) => !LADDERS[id]);
  expect(without.map(({ id }) => id)).toEqual([
    "childs-pose",
    "knee-to-chest",
    "figure-four-stretch",
    "hip-flexor-stretch",
    "quad-stretch",
    "hamstring-stretch",
  ]);
});

test.each(COACHED)("the last step of $id is its full dose", (exercise) => {
  const ladder = LADDERS[exercise.id]!;
  expect(exercise.dose).toMatchObject(ladder.steps[topStep(ladder)]!);
});

test.each(COACHED)(
  "every step of $id can be played, and none is held over a minute",
  (exercise) => {
    const { steps, beyond } = LADDERS[exercise.id]!;
    for (const step of [...steps, ...beyond]) {
      const routine = defaultRoutine();
      routine.items = [{ ...defaultItem(exercise), ...step }];
      expect(routineFault(routine)).toBeUndefined();
      expect(step.hold).toBeLessThanOrEqual(60);
    }
  },
);

// The wall sit goes from three holds of ten seconds to five.
test.each(COACHED.filter(({ id }) => id !== "wall-sit"))(
  "from the starter's step on, a step of $id adds at most half of its work",
  (exercise) => {
    const { steps } = LADDERS[exercise.id]!;
    const item = defaultItem(exercise);
    const rises = steps
      .slice(2)
      .map((step, i) => work(item, step) / work(item, steps[i + 1]!));
    for (const rise of rises) expect(rise).toBeLessThanOrEqual(1.5);
  },
);

test("the five of the built-in routine take from 7 to 19 minutes", () => {
  const minutes = [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const routine = defaultRoutine();
    for (const item of routine.items) {
      Object.assign(item, LADDERS[item.exercise]!.steps[at]);
    }
    return Number((routineSeconds(routine) / 60).toFixed(1));
  });
  expect(minutes).toEqual([7.1, 9.9, 12.4, 16.8, 16.3, 17.4, 19.2]);
});

test("bird dog at its full dose takes less than seven minutes", () => {
  const item = defaultItem(EXERCISES.find(({ id }) => id === "bird-dog")!);
  expect(itemSeconds(defaultRoutine(), item) / 60).toBeCloseTo(6.67, 1);
});
