import { disposeWorlds, run } from "../../src/testing/world";
import { justRan, rested } from "../../src/web/world/run";

afterEach(disposeWorlds);

describe("a run that the wearer has just come back from", () => {
  test("is in the minutes and the steps of the day", async () => {
    const { body } = (await run({})).world.watch;
    const before = body.today["steps"] ?? 0;
    justRan(body, 30);
    expect(body.minutes).toHaveLength(30);
    const steps = body.minutes.reduce((sum, one) => sum + (one.steps ?? 0), 0);
    expect(body.today["steps"]).toBe(before + steps);
    expect(
      Math.min(...body.minutes.map((one) => one.steps ?? 0)),
    ).toBeGreaterThan(140);
  });

  test("lies back as far as time went on, and drops out after a day", async () => {
    const { body } = (await run({})).world.watch;
    rested(body, 5);
    expect(body.minutes).toEqual([]);
    justRan(body, 30);
    rested(body, 60);
    expect(body.minutes).toHaveLength(90);
    expect(body.minutes[59]).toMatchObject({ steps: 0, averageHeartRate: 74 });
    expect(body.minutes[60]?.steps).toBeGreaterThan(140);
    rested(body, 100_000);
    expect(body.minutes).toHaveLength(1440);
    expect(body.minutes.every(({ steps }) => steps === 0)).toBe(true);
  });
});
