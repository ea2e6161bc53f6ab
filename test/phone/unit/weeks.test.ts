import fc from "fast-check";
import { weekOf } from "../../../common/weeks";
import { counted, noWeeks, rowTo } from "../../../phone/history/week-counts";
import { record } from "../../../verification/builders/records";
import { CompanionWorld, DAY, MONDAY } from "./companion-world";

describe("weeks", () => {
  it.each([
    ["Monday", 0],
    ["Sunday", 1],
    ["Saturday", 2],
  ])("begin on %s, by the runner's own clock", (_, before) => {
    const begin = MONDAY - 7 * 3600 - before * DAY;
    expect(weekOf(begin, 0, before)).toBe(weekOf(begin - 1, 0, before) + 1);
    expect(weekOf(begin - 1, 60, before)).toBe(weekOf(begin, 0, before));
  });

  it("count what comes in any order", () => {
    const weeks = fc.array(fc.integer({ min: 2900, max: 2960 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(weeks, (given) => {
        const all = given.reduce(counted, noWeeks(0));
        const last = Math.max(...given);
        let streak = 0;
        while (given.includes(last - streak)) streak++;
        const row = rowTo(
          all,
          last,
          () => 1,
          () => false,
        );
        expect(row).toEqual({ streak, spares: 0 });
        expect(all.from).toBe(Math.min(...given));
      }),
    );
  });
});

describe("a row of weeks", () => {
  /** The row that ends with the last of these counts, at a goal of 2. */
  const row = (counts: number[], rested: number[] = []) => {
    const weeks = counts.reduce(
      (all, count, week) =>
        Array<number>(count).fill(week).reduce(counted, all),
      noWeeks(0),
    );
    const last = counts.length - 1;
    const { streak, spares } = rowTo(
      weeks,
      last,
      () => 2,
      (week) => rested.includes(week),
    );
    return [streak, spares];
  };

  it("goes on over a week with one session, or a day on which the back said no", () => {
    expect(row([2, 2, 1, 2])).toEqual([3, 1]);
    expect(row([2, 2, 0, 2])).toEqual([1, 0]);
    expect(row([2, 2, 0, 2], [2])).toEqual([3, 1]);
    expect(row([2, 2, 1])).toEqual([2, 1]);
  });

  it("goes on over one such week in six", () => {
    expect(row([2, 1, 2, 2, 2, 2, 1, 2])).toEqual([5, 1]);
    expect(row([2, 1, 2, 2, 2, 2, 2, 1, 2])).toEqual([7, 2]);
  });

  it("does not begin with such a week", () => {
    expect(row([1, 2, 2])).toEqual([2, 0]);
    expect(row([0, 1])).toEqual([0, 0]);
  });
});

/** A phone on which six weeks in a row had two sessions each, the goal. */
async function sixWeeks(): Promise<CompanionWorld> {
  const world = new CompanionWorld();
  world.settings.setItem("goal", "2");
  const days = [0, 3, 7, 10, 14, 17, 21, 24, 28, 31, 35, 38];
  world.sessions(days.map((day) => record(MONDAY + day * DAY)));
  world.seconds = MONDAY + 42 * DAY;
  await world.launch();
  return world;
}

describe("a goal", () => {
  it("that is raised leaves the weeks before as they were", async () => {
    const world = await sixWeeks();
    expect(world.summary().streak).toBe(6);
    world.settings.setItem("goal", "3");
    await world.launch();
    expect(world.summary().streak).toBe(6);
    world.seconds += 7 * DAY;
    await world.launch();
    expect(world.summary().streak).toBe(0);
  });

  it("that is tried and taken back within a week counts as never changed", async () => {
    const world = await sixWeeks();
    for (const goal of ["7", "2"]) {
      world.settings.setItem("goal", goal);
      await world.launch();
    }
    world.sessions([1, 2].map((day) => record(MONDAY + (42 + day) * DAY)));
    world.seconds += 7 * DAY;
    await world.launch();
    expect(world.summary().streak).toBe(7);
  });

  it("counts the same whatever stands in its list", async () => {
    const world = await sixWeeks();
    for (const list of ["[]", "{", '[[1],["x",2],[0,99],null]']) {
      world.local.setItem("goals", list);
      await world.launch();
      expect(world.summary().streak).toBe(6);
    }
  });
});

describe("the first day of the week", () => {
  /** The Sunday before the phone's Monday. */
  const sunday = MONDAY - DAY;

  it("is the runner's choice, for sessions of before too", async () => {
    const world = new CompanionWorld();
    world.sessions([record(sunday), record(MONDAY)]);
    world.seconds = MONDAY + DAY;
    await world.launch();
    expect(world.summary().count).toBe(1);
    world.settings.setItem("weekStart", "sunday");
    await world.launch();
    expect(world.summary().count).toBe(2);
    expect(world.routine()).toMatchObject({ value: { weekStart: "sunday" } });
    world.settings.removeItem("weekStart");
    await world.launch();
    expect(world.summary().count).toBe(1);
  });

  it("holds for what is saved, deleted and counted anew", async () => {
    const world = new CompanionWorld();
    world.settings.setItem("weekStart", "sunday");
    world.sessions([record(sunday), record(MONDAY)]);
    world.seconds = MONDAY + DAY;
    await world.launch();
    expect(world.summary().count).toBe(2);
    world.settings.setItem("change", "delete " + record(sunday).id);
    await world.launch();
    expect(world.summary().count).toBe(1);
    world.local.removeItem("totals");
    world.sessions([record(MONDAY + 60)]);
    await world.launch();
    expect(world.summary().count).toBe(2);
  });
});

it("a session counts in the week of where it was done", async () => {
  const world = new CompanionWorld();
  // Monday, 00:30 in Tokyo, where the phone no longer is: Sunday in London.
  const tokyo = MONDAY - 7 * 3600 - 9 * 3600 + 1800;
  world.sessions([record(tokyo, { offset: 540 })]);
  world.seconds = MONDAY;
  await world.launch();
  expect(world.summary().count).toBe(1);
});
