import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

const HOUR = 3600;
const DAY = 24 * HOUR;
const FORWARD = [5, HOUR, DAY];
const BACK = [-5, -HOUR, -DAY];

/** Moments of the short session, in seconds of the world. */
const MOMENTS: [where: string, display: "on" | "off", at: number][] = [
  ["getting ready", "off", 3],
  ["in a rep", "off", 9.3],
  ["in a rest", "off", 19.4],
  ["in a rest one looks at", "on", 19.4],
  ["between the two pulses of a cue", "off", 35.2],
  ["in a hold", "off", 66.6],
  ["in a hold one looks at", "on", 66.6],
  ["between the final seconds", "off", 79.1],
];

const WITHOUT = ["access_exercise"];

let calm: Wearer;
beforeAll(async () => {
  calm = (await inSession(shortRoutine())).until(90);
});
afterAll(disposeWorlds);

describe.each(MOMENTS)("the clock is set %s", (_where, display, at) => {
  async function jumped(
    seconds: number,
    refusedPermissions: string[],
  ): Promise<Wearer> {
    const options = { display, refusedPermissions };
    const wearer = await inSession(shortRoutine(), options);
    wearer.until(at).world.faults.jumpClock(seconds * 1000);
    return wearer;
  }

  test.each([...FORWARD, ...BACK])(
    "by %i s: with the Exercise API nothing changes",
    async (seconds) => {
      const wearer = (await jumped(seconds, [])).until(90);
      expect(wearer.felt()).toEqual(calm.felt());
      expect(wearer.record).toEqual(calm.record);
      expect(wearer.faults).toEqual([]);
    },
  );

  test.each(BACK)("by %i s: without it nothing changes either", async (s) => {
    const wearer = (await jumped(s, WITHOUT)).until(90);
    expect(wearer.felt()).toEqual(calm.felt());
    const { items, activeSeconds } = calm.record;
    expect(wearer.record).toMatchObject({ items, activeSeconds });
    expect(wearer.faults).toEqual([]);
  });

  test.each([HOUR, DAY])(
    "by %i s: without it the session waits where it was",
    async (seconds) => {
      const wearer = (await jumped(seconds, WITHOUT)).waits(12);
      wearer.watch.setDisplay(true);
      expect(wearer.screen).toBe("paused");
      wearer.waits(30).taps("resume").waits(90);
      const { items, activeSeconds } = calm.record;
      expect(wearer.record).toMatchObject({
        outcome: "completed",
        items,
        activeSeconds,
      });
      // Nobody can tell a clock that was set from a watch that was asleep.
      expect(wearer.record.pausedSeconds).toBeGreaterThan(seconds);
      expect(wearer.record.pausedSeconds).toBeLessThan(seconds + 60);
      expect(wearer.faults).toEqual([]);
    },
  );
});

test.each([...FORWARD, ...BACK])(
  "set by %i s between the pulses of the finish, it is felt the same",
  async (seconds) => {
    const wearer = await inSession(shortRoutine(), { display: "off" });
    wearer.until(81.7).world.faults.jumpClock(seconds * 1000);
    expect(wearer.until(90).felt()).toEqual(calm.felt());
  },
);

test("a clock that is corrected every minute harms nothing", async () => {
  const corrected = await inSession(undefined, { display: "off" });
  const exact = await inSession(undefined, { display: "off" });
  for (let minute = 1; minute < 20; minute++) {
    corrected
      .until(minute * 60.37)
      .world.faults.jumpClock(minute % 2 ? 1700 : -1900);
  }
  corrected.until(1160);
  expect(exact.until(1160).record.items).toEqual(corrected.record.items);
  const late = corrected
    .felt()
    .map((pulse, i) => Math.abs(pulse.at - exact.felt()[i]!.at));
  expect(Math.max(...late)).toBeLessThanOrEqual(0);
});
