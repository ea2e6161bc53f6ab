import { routineSeconds } from "../../common/routine";
import { aRoutine } from "../../verification/builders/routines";
import { customItem } from "../../common/default-routine";
import { inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

/** Ten sets of three reps of a second, with no waits at all. */
const QUICK = {
  ...customItem("Quick taps", "reps", 1),
  ...{ sets: 10, reps: 3, lift: 0.5, hold: 0, lower: 0.5, rest: 0 },
};

const quick = (items: number) =>
  aRoutine({
    ...{ ready: 0, between: 0, switch: 0 },
    items: Array.from({ length: items }, () => QUICK),
  });

describe("in a routine whose pulses do not all have room", () => {
  test.each([1, 12])(
    "the finish of %i such exercises is felt at once, and nothing after it",
    async (items) => {
      const plan = quick(items);
      const wearer = await inSession(plan, { display: "off" });
      wearer.until(routineSeconds(plan) + 120);
      const end = (routineSeconds(plan) + 1) * 1000;
      const felt = wearer.felt(1);
      const finish = felt.slice(-3);
      expect(finish.map(({ pattern }) => pattern)).toEqual([
        ...["confirmation-max", "confirmation-max", "confirmation-max"],
      ]);
      expect(finish[0]!.at - end).toBeLessThan(500);
      expect(finish[2]!.at - end).toBeLessThan(2000);
    },
  );

  test("each change of exercise is felt whole", async () => {
    const plan = quick(12);
    const wearer = await inSession(plan, { display: "off" });
    wearer.until(routineSeconds(plan) + 5);
    const nudges = wearer
      .felt(1)
      .filter(({ pattern }) => pattern === "nudge-max");
    const pairs = nudges.filter(
      ({ at }, i) => i > 0 && at - nudges[i - 1]!.at === 500,
    );
    expect(pairs).toHaveLength(11);
  });

  test("a session that was ended is silent", async () => {
    const wearer = await inSession(quick(12));
    wearer.until(20.2).taps("pause").taps("end").taps("confirm-end");
    const ended = wearer.now;
    wearer.waits(60);
    const late = wearer.felt(0).filter(({ at }) => at > (ended + 2) * 1000);
    expect(late).toEqual([]);
  });
});
