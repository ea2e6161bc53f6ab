import fc from "fast-check";
import { pair, readClock } from "../../app/session/clock";
import { S, Session, newSession } from "../../app/session/session";
import { shortRoutine } from "../../verification/builders/routines";
import { check } from "../builders/check";
import { planOf } from "../builders/session";

/** The watch's clock when the session began. */
const START = 1790000000000;
const HOUR = 3600000;
const DAY = 24 * HOUR;

/** A session's clock, and whether its newest reading came too late. */
interface Watched {
  session: Session;
  steady: () => number;
  gap: boolean;
}

/** A session's clock; `exercise` is the Exercise API's time where it runs. */
function clockWith(exercise?: { time: number }): Watched {
  const session = newSession(planOf(shortRoutine()), START);
  const steady = () => (exercise ? exercise.time : NaN);
  pair(session, steady);
  return { session, steady, gap: false };
}

function read(clock: Watched, ms: number, due: number, fired: boolean): number {
  const { session, steady } = clock;
  session[S.Due] = due;
  clock.gap = readClock(session, START + ms, fired, steady);
  return session[S.Now];
}

/** Reads a clock outside the timer, which is set for `due`. */
function glance(clock: Watched, ms: number, due: number): number {
  return read(clock, ms, due, false);
}

/** Reads a clock in the timer that was set for `due`. */
function fire(clock: Watched, ms: number, due: number): number {
  return read(clock, ms, due, true);
}

describe("a clock that nobody sets", () => {
  test("tells the time since the start", () => {
    const clock = clockWith();
    expect(glance(clock, 700, 2000)).toBe(700);
    expect(fire(clock, 2030, 2000)).toBe(2030);
    expect(clock.gap).toBe(false);
  });

  test("takes up to five seconds for lateness, and more for a gap", () => {
    const clock = clockWith();
    expect(fire(clock, 7000, 2000)).toBe(7000);
    expect(clock.gap).toBe(false);
    fire(clock, 14001, 9000);
    expect(clock.gap).toBe(true);
    expect(glance(clock, 14002, 20000)).toBe(14002);
    expect(clock.gap).toBe(false);
  });

  test("has no gap while no timer is pending", () => {
    const clock = clockWith();
    expect(glance(clock, 3 * HOUR, -1)).toBe(3 * HOUR);
    expect(clock.gap).toBe(false);
  });

  test("does not drift by timers that fire a little early", () => {
    const clock = clockWith();
    for (let due = 1000; due <= 600000; due += 1000) {
      expect(fire(clock, due - 40, due)).toBe(due);
      expect(glance(clock, due - 30, due + 1000)).toBe(due);
    }
    expect(glance(clock, 600500, 601000)).toBe(600500);
  });
});

describe.each([1000, 60000, HOUR, DAY])("a clock set back by %d ms", (back) => {
  test("stands until the timer fires, which sets it right", () => {
    const clock = clockWith();
    glance(clock, 5000, 9000);
    expect(glance(clock, 5500 - back, 9000)).toBe(5000);
    expect(fire(clock, 9000 - back, 9000)).toBe(9000);
    expect(glance(clock, 9500 - back, 12000)).toBe(9500);
    expect(clock.gap).toBe(false);
  });

  test("goes on with the Exercise API's time where that runs", () => {
    const exercise = { time: 300 };
    const clock = clockWith(exercise);
    glance(clock, 5000, 9000);
    exercise.time += 5500;
    expect(glance(clock, 5500 - back, 9000)).toBe(5500);
    expect(clock.gap).toBe(false);
  });
});

describe.each([20000, HOUR, DAY])("a clock set forward by %d ms", (ahead) => {
  test("is a gap when the timer fires", () => {
    const clock = clockWith();
    glance(clock, 5000, 9000);
    fire(clock, 9000 + ahead, 9000);
    expect(clock.gap).toBe(true);
  });

  test("goes on with the Exercise API's time where that runs", () => {
    const exercise = { time: 300 };
    const clock = clockWith(exercise);
    glance(clock, 5000, 9000);
    exercise.time += 9010;
    expect(fire(clock, 9010 + ahead, 9000)).toBe(9010);
    expect(clock.gap).toBe(false);
    expect(glance(clock, 9500 + ahead, 12000)).toBe(9500);
  });
});

test("an Exercise API that stands still does not hold the session up", () => {
  const exercise = { time: 300 };
  const clock = clockWith(exercise);
  expect(fire(clock, 9000, 9000)).toBe(9000);
  fire(clock, HOUR, 18000);
  expect(clock.gap).toBe(true);
});

test("a sleep that the Exercise API confirms is a gap all the same", () => {
  const exercise = { time: 300 };
  const clock = clockWith(exercise);
  exercise.time += 60000;
  fire(clock, 60000, 9000);
  expect(clock.gap).toBe(true);
});

test("the Exercise API's time counts on from where the session resumed", () => {
  const exercise = { time: 300 };
  const clock = clockWith(exercise);
  exercise.time += 4000;
  glance(clock, 4000, -1);
  glance(clock, 64000, -1);
  pair(clock.session, clock.steady);
  exercise.time += 5000;
  expect(fire(clock, 69000 + HOUR, 69000)).toBe(69000);
  expect(clock.gap).toBe(false);
});

describe("whatever a clock does", () => {
  const WAYS = [
    -DAY,
    -HOUR,
    -20000,
    -1000,
    -60,
    0,
    0,
    0,
    1500,
    20000,
    HOUR,
    DAY,
  ];
  const reading = fc.record({
    /** What passes of real time, in ms. */
    passed: fc.integer({ min: 0, max: 8000 }),
    set: fc.constantFrom(...WAYS),
    /** The timer that wakes, how late, or an early look at the clock. */
    late: fc.option(fc.integer({ min: -40, max: 900 })),
  });
  const readings = fc.array(reading, { maxLength: 40, size: "max" });

  test("session time never runs back, and a timer's time has come when it fires", () => {
    check(
      fc.property(readings, fc.boolean(), (list, exercises) => {
        const exercise = { time: 300 };
        const clock = clockWith(exercises ? exercise : undefined);
        let real = 0;
        let shift = 0;
        for (const { passed, set, late } of list) {
          const before = clock.session[S.Now];
          const due = before + passed;
          const took = late === null ? Math.floor(passed / 2) : passed + late;
          real += Math.max(0, took);
          exercise.time += Math.max(0, took);
          shift += set;
          const now = read(clock, real + shift, due, late !== null);
          expect(now).toBeGreaterThanOrEqual(before);
          if (late !== null) expect(now).toBeGreaterThanOrEqual(due);
        }
      }),
      300,
    );
  });

  test("set by twenty seconds or more, it does not touch session time with the Exercise API", () => {
    const far = readings.map((list) =>
      list.map(({ passed, set, late }) => ({
        // An Exercise API that stands still is not believed.
        passed: passed + 2,
        set: Math.abs(set) < 20000 ? 0 : set,
        fired: late !== null,
      })),
    );
    check(
      fc.property(far, (list) => {
        const exercise = { time: 300 };
        const clock = clockWith(exercise);
        let real = 0;
        let shift = 0;
        for (const { passed, set, fired } of list) {
          const due = real + passed;
          const took = fired ? passed : Math.floor(passed / 2);
          real += took;
          exercise.time += took;
          shift += set;
          expect(read(clock, real + shift, due, fired)).toBe(real);
          expect(clock.gap).toBe(false);
        }
      }),
      300,
    );
  });
});
