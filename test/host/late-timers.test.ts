import { type Pulse, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

/** How late each pulse of a session is, in ms, against one with exact timers. */
async function lateness(jitterMs: number, seed: number): Promise<number[]> {
  const felt = async (jitter: number): Promise<Pulse[]> => {
    const wearer = await inSession(undefined, {
      jitterMs: jitter,
      seed,
      display: "off",
    });
    return wearer.until(1170).felt();
  };
  const exact = await felt(0);
  const late = await felt(jitterMs);
  expect(late.map(({ pattern }) => pattern)).toEqual(
    exact.map(({ pattern }) => pattern),
  );
  return late.map(({ at }, i) => at - exact[i]!.at);
}

describe("with timers up to 200 ms late", () => {
  test.each([1, 2, 3])(
    "no cue is early or more than 200 ms late (seed %i)",
    async (seed) => {
      const late = await lateness(200, seed);
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...late)).toBeLessThanOrEqual(200);
    },
  );

  test("cues are as late at the end as at the start, not later", async () => {
    const late = await lateness(200, 4);
    const mean = (list: number[]) =>
      list.reduce((sum, ms) => sum + ms, 0) / list.length;
    const third = Math.floor(late.length / 3);
    expect(mean(late.slice(-third))).toBeLessThan(
      mean(late.slice(0, third)) + 40,
    );
  });

  test("the record says the same", async () => {
    const wearer = await inSession(undefined, { jitterMs: 200, seed: 5 });
    wearer.until(1170);
    const { record } = wearer;
    expect(record.outcome).toBe("completed");
    expect(record.activeSeconds).toBe(1153);
    expect(record.items.map(({ holdSeconds }) => holdSeconds)).toEqual([
      [225],
      [90],
      [60],
      [60, 60],
      [90],
    ]);
  });
});

test("timers of seconds' lateness lose cues, not the session", async () => {
  const wearer = await inSession(undefined, { jitterMs: 3000, seed: 6 });
  wearer.until(1300);
  const { record } = wearer;
  expect(record.outcome).toBe("completed");
  expect(record.activeSeconds).toBeLessThan(1153 + 3);
  expect(record.items.map(({ sets }) => sets)).toEqual([3, 3, 1, 1, 3]);
  expect(wearer.faults).toEqual([]);
});
