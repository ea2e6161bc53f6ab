import { inSession, type Wearer } from "../support/host";
import { customItem } from "../../common/default-routine";
import { aRoutine, anItem } from "../../verification/builders/routines";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** Get ready for 5 s, then reps of 2 s up, 3 s held, 2 s down, each side. */
const ROUTINE = aRoutine({
  ready: 5,
  items: [anItem("dead-bug", { sets: 1, reps: 2, hold: 3 })],
});
/** The session starts with a tap at second 1. */
const FIRST_REP = 6;
const REP = 7;

/** The picture of the figure that is seen. */
function seen({ watch, world }: Wearer): string {
  watch.tree!.advance(world.nowMs);
  return watch.tree!.byId("image")!.get("href")!;
}

function course(wearer: Wearer, times: number[]): string[] {
  return times.map((time) => seen(wearer.until(FIRST_REP + time)));
}

function pictures(...numbers: string[]): string[] {
  return numbers.map((number) => `figures/l-dead-bug-${number}.png`);
}

test("goes up with the lift, stands in the hold and goes down with the lower", async () => {
  const wearer = await inSession(ROUTINE, { display: "on" });
  expect(course(wearer, [-2, 0.02, 1, 1.98, 3, 4.9])).toEqual(
    pictures("10", "00", "05", "10", "10", "10"),
  );
  expect(course(wearer, [6, 6.98, REP + 1])).toEqual(
    pictures("05", "00", "05"),
  );
});

test("is in a mirror for the left side, and gone for an exercise of one's own", async () => {
  const plank = anItem("plank", { hold: 20 });
  const own = { ...plank, exercise: "custom", name: "Copenhagen plank" };
  const items = [anItem("side-plank", { hold: 5 }), own];
  const wearer = await inSession(
    aRoutine({ ready: 5, between: 6, switch: 4, items }),
    { display: "on" },
  );
  expect(course(wearer, [-2, 2, 6, 10, 16, 25])).toEqual([
    "figures/l-side-plank-10.png",
    "figures/l-side-plank-10.png",
    // The switch, and then the other side.
    "figures/side-plank-10.png",
    "figures/side-plank-10.png",
    "",
    "",
  ]);
  expect(wearer.sees["exercise"]).toBe("Copenhagen plank");
});

test("stays away in the reps of an exercise of one's own", async () => {
  const own = { ...customItem("Calf raise", "reps", 1), sets: 1, reps: 2 };
  const items = [anItem("side-plank", { sets: 1, hold: 5 }), own];
  const wearer = await inSession(aRoutine({ ready: 5, between: 6, items }), {
    display: "on",
  });
  const shown = new Set<string>();
  while (wearer.sees["exercise"] !== "Calf raise") wearer.waits(1);
  while (wearer.screen === "work") {
    shown.add(seen(wearer));
    wearer.waits(0.5);
  }
  expect([...shown]).toEqual([""]);
});

test("wakes the app for none of its pictures", async () => {
  const wearer = await inSession(ROUTINE, { display: "on" });
  const { counters } = wearer.until(FIRST_REP + 0.5).watch;
  const before = counters.wakeups;
  wearer.until(FIRST_REP + 1.9);
  expect(counters.wakeups).toBe(before);
});

test.each([
  [
    "on the way up, ends it in time",
    1,
    [
      [1.98, "16"],
      // The same pose as 10.
      [3, "16"],
      [6, "05"],
    ],
  ],
  [
    "in the hold, stands at the top",
    3,
    [
      [3.01, "10"],
      [4, "10"],
      [6, "05"],
    ],
  ],
  [
    "on the way down, ends it in time",
    6,
    [
      [6.98, "11"],
      [REP + 1, "05"],
    ],
  ],
] as const)("a display that goes on %s", async (_when, at, expected) => {
  const wearer = await inSession(ROUTINE, { display: "on" });
  wearer.until(FIRST_REP - 0.5).watch.setDisplay(false);
  wearer.until(FIRST_REP + at).watch.setDisplay(true);
  const times = expected.map(([time]) => time);
  const numbers = expected.map(([, number]) => number);
  expect(course(wearer, times)).toEqual(pictures(...numbers));
});

test("a session whose display is off shows no picture at all", async () => {
  const wearer = await inSession(ROUTINE, { display: "off" });
  const { tree } = wearer.until(FIRST_REP + 1).watch;
  expect(tree!.advance(wearer.world.nowMs)).toBe(false);
});

test("every picture that a session shows is in the package", async () => {
  const wearer = await inSession(undefined, { display: "on" });
  wearer.until(1160);
  const told = wearer.observed.of("log").map(({ message }) => message);
  expect(told.filter((message) => /no image/.test(message))).toEqual([]);
});
