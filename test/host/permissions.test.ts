import { type Wearer, inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

async function session(refusedPermissions: string[]): Promise<Wearer> {
  const wearer = await inSession(undefined, { refusedPermissions });
  return wearer.until(1160);
}

describe("a wearer who refused a permission", () => {
  let granted: Wearer;
  beforeAll(async () => {
    granted = await session([]);
  });

  test("exercise: the session is the same, without heart rate and calories", async () => {
    const wearer = await session(["access_exercise"]);
    expect(wearer.felt()).toEqual(granted.felt());
    expect(wearer.record).toEqual({
      ...granted.record,
      heartRate: undefined,
      calories: undefined,
    });
    expect(wearer.observed.of("exercise")).toEqual([]);
    expect(wearer.faults).toEqual([]);
  });

  test("heart rate: only the heart rate is missing", async () => {
    const wearer = await session(["access_heart_rate"]);
    expect(wearer.felt()).toEqual(granted.felt());
    expect(wearer.record).toEqual({ ...granted.record, heartRate: undefined });
    expect(wearer.faults).toEqual([]);
  });

  test("both: the summary stands without their places", async () => {
    const wearer = await session(["access_exercise", "access_heart_rate"]);
    expect(wearer.screen).toBe("summary");
    expect(Object.keys(wearer.sees).sort()).toEqual(
      [
        "count",
        "done-label",
        "outcome",
        "reps",
        "reps-label",
        "sets",
        "sets-label",
      ]
        .concat("time")
        .sort(),
    );
  });
});

test("a pulse that the sensor does not find leaves the heart rate out", async () => {
  const wearer = await inSession();
  wearer.watch.body.heartRate = null;
  wearer.watch.body.onWrist = false;
  wearer.until(1160);
  expect(wearer.record).toMatchObject({ outcome: "completed", calories: 79 });
});

test("the heart rate follows what the sensor measures", async () => {
  const wearer = await inSession();
  wearer.until(200).watch.body.heartRate = 130;
  wearer.taps("pause").taps("resume").until(1160);
  const { heartRate } = wearer.record;
  expect(heartRate!.max).toBe(130);
  expect(heartRate!.average).toBeGreaterThan(74);
  expect(heartRate!.average).toBeLessThanOrEqual(130);
});
