import fc from "fast-check";
import { disposeWorlds } from "fitbit-simulator/testing";
import { Routine } from "../../common/routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { FULL, anyRoutine } from "../../verification/builders/routines";
import { drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterAll(disposeWorlds);

/** Routines, and the numbers of the items that are left out today. */
const CASES = fc.sample(
  fc.tuple(anyRoutine(FULL), fc.array(fc.nat(39), { maxLength: 20 })),
  { seed: 2026, numRuns: 60 },
);

function flatOf(routine: Routine): unknown[] {
  return flatRoutine(packRoutine(routine))!;
}

test("a session has the items that are included and not left out today", async () => {
  const given = CASES.map(([routine, today]) => [flatOf(routine), today]);
  const watch = await drive(`
    import { includedOnly, keyOf } from "../../app/storage/exclusions";
    import { tell } from "../support/driver";
    for (const [routine, today] of ${JSON.stringify(given)}) {
      const keys = today
        .map((item) => 8 + 8 * item)
        .filter((row) => row < routine.length)
        .map((row) => keyOf(routine, row));
      tell([includedOnly(routine, keys, []), routine]);
    }`);
  const wanted = CASES.map(([routine, today]) => {
    const included = routine.items.filter(({ included }) => included);
    const left = routine.items.filter(
      ({ included }, item) => included && !today.includes(item),
    );
    // A session has something to do.
    const items = left.length ? left : included;
    // The routine itself stays as it is.
    return [flatOf({ ...routine, items }), flatOf(routine)];
  });
  expect(watch.told).toEqual(wanted);
});

test("an answer about the leg leaves out for today, and where nothing is left the easy plan runs", async () => {
  const { told } = await drive(`
    import { BUILT_IN } from "../../common/watch-tables";
    import { C, ClassBit } from "../../common/wire/coach-files";
    import { I, R } from "../../common/wire/flat-routine";
    import { Mode, planFor } from "../../app/storage/plan-for";
    import { tell } from "../support/driver";
    const named = ([mode, plan]) => {
      const codes = [];
      for (let row = R.Items; row < plan.length; row += I.Size) codes.push(plan[row + I.What]);
      tell([mode, codes]);
    };
    for (const leg of [-1, 0, 1, 2]) named(planFor(Mode.Planned, leg, undefined));
    const plans = [];
    plans[C.Revision] = BUILT_IN[R.Revision];
    plans[C.Classes] = [1, 1, 1, 1, 1].map((one) => one * ClassBit.Extension);
    plans[C.Easy] = [];
    named(planFor(Mode.Planned, 1, plans));`);
  const [planned, easy] = [0, 1];
  expect(told).toEqual([
    [planned, [0, 1, 2, 3, 4]],
    [planned, [0, 1, 2, 3, 4]],
    // Without reverse hip raise and cobra.
    [planned, [0, 2, 3]],
    [planned, [0, 2, 3]],
    // Hip raise, bird dog and side plank, the app's own.
    [easy, [0, 5, 3]],
  ]);
});
