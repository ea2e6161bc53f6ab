import fc from "fast-check";
import { tooQuick } from "../../common/felt";
import { defaultRoutine } from "../../common/default-routine";
import {
  Item,
  Routine,
  routineSeconds,
  workSeconds,
} from "../../common/routine";
import { check } from "../builders/check";
import { FeltExercise, FeltSet, Seen, decode } from "../builders/decoder";
import { SMALL, anyPlan } from "../../verification/builders/routines";
import { wornSession } from "../builders/wrist-pulses";

/** What there is to feel of one set on one side. */
function feltSet(item: Item, { preferences }: Routine): FeltSet {
  const { repPulses, halfway, finalSeconds } = preferences;
  const told = repPulses && item.kind === "reps";
  return {
    reps: told ? item.reps : 0,
    seconds: workSeconds(item),
    raised: told ? item.lift + item.hold : 0,
    halfway: halfway && item.hold >= 20 ? item.reps : 0,
    endings: finalSeconds && item.hold >= 10 ? 3 * item.reps : 0,
  };
}

/** What there is to feel of a routine. */
function planned(plan: Routine): FeltExercise[] {
  return plan.items.map((item) =>
    Array.from({ length: item.sets }, () =>
      Array.from({ length: item.sides }, () => feltSet(item, plan)),
    ),
  );
}

/** Only what was counted: times blur where cues have to wait for each other. */
function counts(exercises: FeltExercise[]): unknown {
  return exercises.map((sets) =>
    sets.map((sides) =>
      sides.map(({ reps, halfway, endings }) => [reps, halfway, endings]),
    ),
  );
}

/** True when every rep can be felt, and which is the last of its set. */
function isTold(plan: Routine): boolean {
  const only = ({ kind, reps, lift, hold }: Item) =>
    kind === "reps" && reps === 1 && lift + hold < 1;
  return !tooQuick(plan).length && !plan.items.some(only);
}

/** True when no cue has to wait for another to be over. */
function roomy({ items, between, switch: change }: Routine): boolean {
  return items.every(
    ({ kind, reps, lift, hold, lower, rest }) =>
      Math.min(between, change, rest) >= 3 &&
      // A set of one rep is its last: go and two pulses take over a second.
      (kind === "hold" ||
        (lift + hold >= (reps === 1 ? 1.5 : 1) && lower >= 1)),
  );
}

function read(plan: Routine, pulses: Seen[]): FeltExercise[] {
  return decode(pulses, plan.preferences.strength === "strong");
}

function withPreferences(changes: Partial<Routine["preferences"]>): Routine {
  const routine = defaultRoutine();
  return { ...routine, preferences: { ...routine.preferences, ...changes } };
}

describe("who sees only which pattern was played when", () => {
  test("reads the default routine from it: exercises, sets, reps, sides and holds", () => {
    const plan = defaultRoutine();
    const felt = read(plan, wornSession(plan)).map((sets) =>
      sets.map((sides) =>
        sides.map(({ reps, seconds, raised }) => [reps, raised, seconds]),
      ),
    );
    const raise = [[15, 7, 135]];
    const reverse = [[15, 4, 90]];
    expect(felt).toEqual([
      [raise, raise, raise],
      [reverse, reverse, reverse],
      [[[0, 0, 60]]],
      [
        [
          [0, 0, 60],
          [0, 0, 60],
        ],
      ],
      [[[0, 0, 30]], [[0, 0, 30]], [[0, 0, 30]]],
    ]);
  });

  test.each<[string, Partial<Routine["preferences"]>]>([
    ["at strong", { strength: "strong" }],
    [
      "without halfway and final seconds",
      { halfway: false, finalSeconds: false },
    ],
    ["without rep pulses", { repPulses: false }],
    [
      "with next to nothing, at strong",
      {
        ...{ strength: "strong", repPulses: false },
        ...{ halfway: false, finalSeconds: false },
      },
    ],
  ])("reads it %s", (_, preferences) => {
    const plan = withPreferences(preferences);
    expect(read(plan, wornSession(plan))).toEqual(planned(plan));
  });

  test("reads any routine that is not too quick, with waits of any length and none", () => {
    check(
      fc.property(anyPlan(SMALL), (plan) => {
        fc.pre(isTold(plan));
        const felt = read(plan, wornSession(plan));
        expect(counts(felt)).toEqual(counts(planned(plan)));
        if (roomy(plan)) expect(felt).toEqual(planned(plan));
      }),
      1000,
    );
  });

  test("feels of any routine each change of side and exercise whole and in its time, and nothing after the finish", () => {
    check(
      fc.property(anyPlan(SMALL), (plan) => {
        const changes = plan.items.reduce(
          (sum, { sets, sides }) => sum + sets * (sides - 1),
          0,
        );
        const pulses = wornSession(plan);
        const lasting = pulses.filter(
          ({ pattern }) => pattern === "confirmation-max",
        );
        // At strong a rest has this pattern too.
        if (plan.preferences.strength === "normal")
          expect(lasting).toHaveLength(2 * changes + 3);
        const finish = pulses.slice(-3);
        expect(finish.map(({ pattern }) => pattern)).toEqual([
          ...["confirmation-max", "confirmation-max", "confirmation-max"],
        ]);
        const end = routineSeconds(plan) * 1000;
        expect(pulses[pulses.length - 1]!.at).toBeLessThanOrEqual(end + 2000);
      }),
      1000,
    );
  });

  test("reads it through pauses at any time at which nothing waits to be felt", () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 300000 }), {
      maxLength: 5,
    });
    check(
      fc.property(anyPlan(SMALL), pauses, (plan, at) => {
        fc.pre(isTold(plan));
        const felt = read(plan, wornSession(plan, at));
        expect(counts(felt)).toEqual(counts(planned(plan)));
      }),
      200,
    );
  });

  test.each(["normal", "strong"] as const)(
    "reads the default routine at %s with timers up to 200 ms late",
    (strength) => {
      const plan = withPreferences({ strength });
      const lateness = fc.array(fc.integer({ min: 0, max: 200 }), {
        minLength: 20,
        maxLength: 20,
      });
      check(
        fc.property(lateness, (late) => {
          const pulses = wornSession(plan).map(({ pattern, at }, i) => ({
            pattern,
            at: at + late[i % late.length]!,
          }));
          expect(counts(read(plan, pulses))).toEqual(counts(planned(plan)));
        }),
        50,
      );
    },
  );
});
