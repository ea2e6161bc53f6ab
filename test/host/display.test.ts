import { type Wearer, inSession } from "../support/host";
import { shortRoutine } from "../../verification/builders/routines";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

/** The short session ends 80.5 s after the tap at second 1. */
const AFTER = 90;

describe("with the display off", () => {
  test("a default session feels the same to the millisecond, and nothing is written", async () => {
    const lit = await inSession(undefined, { display: "on" });
    const dark = await inSession(undefined, { display: "off" });
    const dim = await inSession(undefined, { display: "auto" });
    // Home's button has its label from the launch.
    const { textWrites } = dark.watch.counters;
    for (const wearer of [lit, dark, dim]) wearer.until(1160);
    expect(dark.felt()).toEqual(lit.felt());
    expect(dim.felt()).toEqual(lit.felt());
    expect(dark.watch.counters.textWrites).toBe(textWrites);
    expect(dim.watch.counters.textWritesWhileDark).toBe(0);
    expect(dark.record).toEqual(lit.record);
  });

  test("nothing wakes the watch for seconds that nobody sees", async () => {
    const lit = await inSession(undefined, { display: "on" });
    const dark = await inSession(undefined, { display: "off" });
    for (const wearer of [lit, dark]) wearer.until(1160);
    const { wakeups } = dark.watch.counters;
    expect(wakeups).toBeLessThan(lit.watch.counters.wakeups / 2);
    // One wake-up a pulse, and a few for files and marks.
    expect(wakeups).toBeLessThan(dark.felt().length * 1.6);
  });
});

/** Dark from one moment of the short session to another, then lit again. */
async function darkBetween(from: number, to: number): Promise<Wearer> {
  const wearer = await inSession(shortRoutine());
  wearer.until(from).watch.setDisplay(false);
  wearer.until(to).watch.setDisplay(true);
  return wearer;
}

describe("when the display comes back", () => {
  test.each([
    ["in the middle of a hold", 60, 65.2],
    ["in a rep, where nothing counts", 6.2, 12.2],
    ["in a rest", 18, 21.6],
    ["after an exercise change", 25, 37.1],
    ["on the other side", 38, 50.3],
    ["in the summary", 30, 85],
  ])("%s, the screen is right at once", async (_where, from, to) => {
    const looking = await inSession(shortRoutine());
    const away = await darkBetween(from, to);
    looking.until(to);
    expect(away.screen).toBe(looking.screen);
    // A look between two seconds may find the count a fraction further on.
    expect(away.sees).toEqual(looking.sees);
    looking.waits(1.5);
    away.waits(1.5);
    expect(away.sees).toEqual(looking.sees);
    expect(away.watch.counters.textWritesWhileDark).toBe(0);
    expect(away.until(AFTER).felt()).toEqual(looking.until(AFTER).felt());
  });

  test("paused, it still says so, and what is left", async () => {
    const wearer = await inSession(shortRoutine());
    wearer.until(12).taps("pause");
    const before = wearer.sees;
    wearer.watch.setDisplay(false);
    wearer.waits(700).watch.setDisplay(true);
    expect(wearer.screen).toBe("paused");
    expect(wearer.sees).toEqual(before);
  });

  test("every moment of a session shows what one who never looked away sees", async () => {
    const looking = await inSession(shortRoutine());
    const glancing = await inSession(shortRoutine());
    glancing.watch.setDisplay(false);
    for (let at = 1.35; at < AFTER; at += 0.7) {
      looking.until(at);
      glancing.until(at).watch.setDisplay(true);
      expect([at, glancing.sees]).toEqual([at, looking.sees]);
      glancing.watch.setDisplay(false);
    }
    expect(glancing.watch.counters.textWritesWhileDark).toBe(0);
    expect(glancing.felt()).toEqual(looking.felt());
  });
});
