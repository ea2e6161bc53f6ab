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
