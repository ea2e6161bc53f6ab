import { defaultRoutine } from "../../common/default-routine";
import { shortRoutine } from "../../verification/builders/routines";
import { decode } from "../builders/decoder";
import { inSession } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterAll(disposeWorlds);

const hold = (seconds: number, halfway: number, endings: number) => ({
  reps: 0,
  seconds,
  raised: 0,
  halfway,
  endings,
});

/** A set of 15 reps: 2 s up, so long held, 2 s down. */
const paced = (held: number) => ({
  reps: 15,
  seconds: 15 * (4 + held),
  raised: 2 + held,
  halfway: 0,
  endings: 0,
});

const three = <T>(one: T): T[] => [one, one, one];

/** What the default routine asks for, in the words of the wrist. */
const ASKED = [
  three([paced(5)]),
  three([paced(2)]),
  [[hold(60, 1, 3)]],
  [[hold(60, 1, 3), hold(60, 1, 3)]],
  three([hold(30, 1, 3)]),
];

describe.each(["normal", "strong"] as const)(
  "cues of %s strength",
  (strength) => {
    const plan = defaultRoutine();
    plan.preferences.strength = strength;
    const strong = strength === "strong";

    test("tell the default session to somebody who only feels them", async () => {
      const wearer = await inSession(plan, { display: "off" });
      expect(decode(wearer.until(1160).felt(1), strong)).toEqual(ASKED);
    });

    test("tell it with timers up to 200 ms late", async () => {
      const options = { display: "off", jitterMs: 200, seed: 3 } as const;
      const wearer = await inSession(plan, options);
      const felt = decode(wearer.until(1160).felt(1), strong);
      const rounded = felt.map((sets) =>
        sets.map((sides) =>
          sides.map((set) => ({
            ...set,
            seconds: Math.round(set.seconds),
            raised: Math.round(set.raised),
          })),
        ),
      );
      expect(rounded).toEqual(ASKED);
    });

    test("tell it through pauses", async () => {
      const wearer = await inSession(plan);
      for (const at of [40, 300.3, 500, 850, 930.7, 1100]) {
        wearer.until(at).taps("pause").waits(33).taps("resume");
      }
      const felt = decode(wearer.until(1400).felt(1), strong);
      expect(felt.map((sets) => sets.map((sides) => sides.length))).toEqual(
        ASKED.map((sets) => sets.map((sides) => sides.length)),
      );
      expect(felt.flat(2).map((set) => set.reps)).toEqual(
        ASKED.flat(2).map((set) => set.reps),
      );
    });
  },
);

test("preferences leave out what they say, and nothing else", async () => {
  const full = shortRoutine();
  const quiet = shortRoutine({
    preferences: {
      ...full.preferences,
      repPulses: false,
      halfway: false,
      finalSeconds: false,
    },
  });
  const wearer = await inSession(quiet, { display: "off" });
  const counts: Record<string, number> = {};
  for (const { pattern } of wearer.until(90).felt()) {
    counts[pattern] = (counts[pattern] ?? 0) + 1;
  }
  // Five works begin; two changes, one rest, one side switch, the finish.
  expect(counts).toEqual({
    "nudge-max": 5 + 2 * 2,
    confirmation: 1,
    "confirmation-max": 2 + 3,
  });
  expect(wearer.record.outcome).toBe("completed");
});
