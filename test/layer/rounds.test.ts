import fc from "fast-check";
import { disposeWorlds } from "fitbit-simulator/testing";
import { flatRoutine } from "../../common/wire/stored-routine";
import { packRoutine } from "../../common/wire/routine";
import { circuitOf, unrolled } from "../../phone/settings/rounds";
import { SMALL, anyRoutine } from "../../verification/builders/routines";
import { drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterAll(disposeWorlds);

/** Routines whose items are done up to twelve times, at most forty of them. */
const CASES = fc.sample(
  fc.tuple(anyRoutine(SMALL), fc.nat(11)).map(([routine, more]) => {
    const { length } = routine.items;
    const rounds = Math.min(more + 1, Math.floor(40 / length));
    return { ...routine, items: unrolled({ items: routine.items, rounds }) };
  }),
  { seed: 2026, numRuns: 25 },
);

test("the watch tells the rounds of any list as the phone does", async () => {
  const given = CASES.map((routine) => flatRoutine(packRoutine(routine)));
  const watch = await drive(`
    import * as view from "../../app/ui/view";
    import { Phase, S, newSession, noAnswers } from "../../app/session/session";
    import { drawSession } from "../../app/ui/under-way";
    import { tell } from "../support/driver";
    view.open("rest");
    for (const routine of ${JSON.stringify(given)}) {
      const said = [];
      const last = routine.length - 8;
      for (const row of [8, last]) {
        const session = newSession(["tlpwu8-0000", 0, 0, routine, noAnswers()], 0);
        session[S.Phase] = Phase.Between;
        session[S.Row] = row;
        drawSession(session, true);
        said.push(view.find("phase").text);
      }
      tell(said);
    }`);
  const wanted = CASES.map(({ items }) => {
    const { items: list, rounds } = circuitOf(items);
    return [1, items.length].map((place) =>
      rounds > 1
        ? `Round ${Math.ceil(place / list.length)} of ${rounds}`
        : "Next",
    );
  });
  expect(watch.faults).toEqual([]);
  expect(watch.told).toEqual(wanted);
  expect(wanted.flat()).toContain("Round 10 of 10");
});
