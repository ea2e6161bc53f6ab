import { codeOf } from "../../common/exercise-codes";
import { Caution, EXERCISES, Health } from "../../common/exercises";
import { defaultItem, defaultRoutine } from "../../common/default-routine";
import { routineFault } from "../../common/limits";
import { routineSeconds } from "../../common/routine";
import { BUILT_IN } from "../../common/watch-tables";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { aRoutine } from "../../verification/builders/routines";

describe("the table of exercises", () => {
  test("teaches seventeen exercises, each with its kind, sides, position and needs", () => {
    const table = EXERCISES.map(({ id, kind, sides, position, needs }) =>
      [id, kind, sides, position, needs].join(" "),
    );
    expect(table).toEqual([
      "hip-raise reps 1 back none",
      "reverse-hip-raise reps 1 front bench",
      "plank hold 1 front none",
      "side-plank hold 2 side none",
      "cobra hold 1 front none",
      "bird-dog reps 2 hands none",
      "dead-bug reps 2 back none",
      "curl-up reps 1 back none",
      "side-leg-raise reps 2 side none",
      "single-leg-hip-raise reps 2 back none",
      "wall-sit hold 1 stand wall",
      "childs-pose hold 1 kneel none",
      "knee-to-chest hold 2 back none",
      "figure-four-stretch hold 2 back none",
      "hip-flexor-stretch hold 2 kneel none",
      "quad-stretch hold 2 stand none",
      "hamstring-stretch hold 2 back none",
    ]);
  });

  test("finds the code of every exercise and none for a stranger", () => {
    EXERCISES.forEach(({ id }, code) => expect(codeOf(id)).toBe(code));
    expect(codeOf("burpee")).toBe(-1);
    expect(codeOf("constructor")).toBe(-1);
  });

  test("has a default dose within the limits for every exercise", () => {
    const items = EXERCISES.map(defaultItem);
    expect(routineFault(aRoutine({ items }))).toBeUndefined();
  });

  test("shuts bending backwards with a narrow canal, rounding with brittle bones, and the floor in pregnancy", () => {
    const shutBy = (health: Health): string[] =>
      EXERCISES.filter(({ shut }) => shut.includes(health)).map(({ id }) => id);
    expect(shutBy("spine")).toEqual(["reverse-hip-raise", "cobra"]);
    expect(shutBy("bones")).toEqual([
      "curl-up",
      "childs-pose",
      "knee-to-chest",
    ]);
    expect(shutBy("pregnant")).toEqual([
      "reverse-hip-raise",
      "cobra",
      "dead-bug",
      "curl-up",
      "single-leg-hip-raise",
      "knee-to-chest",
      "figure-four-stretch",
    ]);
    expect(shutBy("belly")).toEqual(["reverse-hip-raise", "curl-up"]);
    expect(shutBy("shoulder")).toEqual(["plank", "side-plank"]);
    expect(shutBy("wrist")).toEqual(["bird-dog"]);
    expect(shutBy("knee")).toEqual([
      "wall-sit",
      "childs-pose",
      "hip-flexor-stretch",
      "quad-stretch",
    ]);
    expect(shutBy("neck")).toEqual(["cobra", "curl-up"]);
    expect(shutBy("hip")).toEqual(["knee-to-chest", "figure-four-stretch"]);
    expect(shutBy("heart")).toEqual([]);
  });

  test("warns of pain down a leg wherever the back or its nerve is bent, and of long holds", () => {
    const warned = (caution: Caution): string[] =>
      EXERCISES.filter(({ cautions }) => cautions.includes(caution)).map(
        ({ id }) => id,
      );
    expect(warned("leg-pain")).toEqual([
      "reverse-hip-raise",
      "cobra",
      "curl-up",
      "childs-pose",
      "knee-to-chest",
      "figure-four-stretch",
      "hip-flexor-stretch",
      "hamstring-stretch",
    ]);
    expect(warned("heart")).toEqual([
      "plank",
      "side-plank",
      "cobra",
      "wall-sit",
    ]);
  });

  test("gives bird dog twelve reps of ten seconds a side, as in sets of six, four and two", () => {
    const { dose } = EXERCISES[codeOf("bird-dog")]!;
    expect(dose).toEqual({
      ...{ sets: 3, reps: 4, hold: 10, rest: 20 },
      ...{ lift: 2, lower: 2 },
    });
  });
});

describe("the default routine", () => {
  const { items, ready, between, switch: change } = defaultRoutine();

  test("is the prescription: order, sets, reps, holds, rests and sides", () => {
    const rows = items.map((i) => [
      i.exercise,
      `${i.sets}×${i.reps}`,
      `${i.lift}-${i.hold}-${i.lower}`,
      i.rest,
      i.sides,
    ]);
    expect(rows).toEqual([
      ["hip-raise", "3×15", "2-5-2", 30, 1],
      ["reverse-hip-raise", "3×15", "2-2-2", 30, 1],
      ["plank", "1×1", "0-60-0", 30, 1],
      ["side-plank", "1×1", "0-60-0", 30, 2],
      ["cobra", "3×1", "0-30-0", 5, 1],
    ]);
    expect(items.every((item) => item.included && item.name === "")).toBe(true);
  });

  test("leaves time to get ready, to change position and to change sides", () => {
    expect([ready, between, change]).toEqual([10, 15, 8]);
  });

  test("takes 19 minutes and 13 seconds", () => {
    // 10 + (405+60) + 15 + (270+60) + 15 + 60 + 15 + 128 + 15 + (90+10)
    expect(routineSeconds(defaultRoutine())).toBe(1153);
  });

  test("is what the watch carries in one list", () => {
    expect(BUILT_IN).toEqual(flatRoutine(packRoutine(defaultRoutine())));
  });

  test("passes the check it is measured by", () => {
    expect(routineFault(defaultRoutine())).toBeUndefined();
  });
});
