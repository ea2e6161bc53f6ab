import { encode } from "cbor-x";
import { sessionId } from "../../../common/record";
import { Decision, LoneCheck, packLoneCheck } from "../../../common/wire/coach";
import { checksSince } from "../../../phone/history/checks";
import { readCoachView } from "../../../phone/coach/view";
import { readChanges } from "../../../phone/coach/stored";
import { answeredOf } from "../../../phone/history/answers";
import { History } from "../../../phone/history/history";
import { fromJson } from "../../../phone/json";
import { DyingProcess } from "../../../verification/builders/storage";
import { record } from "../../../verification/builders/records";
import { Told, inShort, noon, sessionOn } from "../../builders/coach";
import { CompanionWorld } from "./companion-world";

/** A phone that took in a session a day, its companion ended half an hour after the last. */
async function withSessions(...told: Told[]): Promise<CompanionWorld> {
  const world = new CompanionWorld();
  world.settings.setItem("questions", "2");
  world.report(1, 0);
  for (const [day, one] of told.entries()) {
    world.seconds = noon(day) + 1800;
    world.sessions([sessionOn(day, one)]);
    await world.launch();
  }
  return world;
}

const idOf = (day: number): string => sessionOn(day).id;
const keyOf = (day: number, answer: string): string =>
  `correct:${idOf(day)}:${answer}`;

/** A day without a session: the back was at 8. */
const REST: LoneCheck = {
  ...{ id: sessionId(noon(1), 0.25), at: noon(1), offset: 0 },
  ...{ back: 8, leg: undefined, decision: Decision.NotToday },
};

/** A phone that has it, its companion ended. */
async function withRest(): Promise<CompanionWorld> {
  const world = new CompanionWorld();
  world.seconds = noon(1) + 1800;
  world.arrive("c-" + REST.id, encode(packLoneCheck(REST)));
  await world.launch();
  return world;
}

/** The session of a day as the history has it. */
function stored(world: CompanionWorld, day: number) {
  const all = History.open(world.local)!.entries();
  return all.map(answeredOf).find((one) => one?.id === idOf(day))!;
}

function log(world: CompanionWorld): string[] {
  return inShort(readChanges(fromJson(world.settings.getItem("coachLog"))));
}

const gate = (world: CompanionWorld): unknown =>
  fromJson(world.settings.getItem("gate:cobra"));

describe("an answer that is corrected, wherever the companion dies at it", () => {
  it("is in the history, has shut its exercise once, and is asked no more", async () => {
    let whole = 0;
    for (let dieAfter = 0; dieAfter < 16; dieAfter++) {
      const world = await withSessions({}, { after: 3 });
      world.settings.setItem(keyOf(1, "legAfter"), "2");
      const life = new DyingProcess(dieAfter);
      await world.launch(false, life);
      if (gate(world)) whole++;
      await world.launch();
      expect(stored(world, 1).check.legAfter).toBe(2);
      expect(answeredOf(world.summary().recent[0]!)!.check.legAfter).toBe(2);
      expect(world.summary().totals.sessions).toBe(2);
      expect(gate(world)).toMatchObject({ reason: "leg", since: noon(1) });
      expect(log(world)).toEqual(["B-2 cobra out"]);
      expect(world.settings.getItem(keyOf(1, "legAfter"))).toBeNull();
      const routine = world.routine();
      const items = routine.ok ? routine.value.items : [];
      expect(items.filter(({ included }) => !included)).toMatchObject([
        { exercise: "cobra" },
      ]);
    }
    // Some died before the gate was shut, and some after.
    expect(whole).toBeGreaterThan(2);
    expect(whole).toBeLessThan(16);
  });
});

it("several answers at once are all corrected, what hurt and none among them", async () => {
  const world = await withSessions({ check: { effort: 1, morning: 1 } });
  const asked = { before: "4", after: "-", legBefore: "1", hurt: "2:back" };
  const more = { effort: "3", morning: "0", postRun: "1" };
  for (const [answer, value] of Object.entries({ ...asked, ...more }))
    world.settings.setItem(keyOf(0, answer), value);
  const { companion } = await world.launch(true);
  companion.changed(keyOf(0, "effort"));
  const { backBefore, backAfter, check, items } = stored(world, 0);
  expect([backBefore, backAfter]).toEqual([4, undefined]);
  expect(check).toMatchObject({ legBefore: 1, effort: 3, morning: 0 });
  expect(items.map(({ hurt }) => hurt)).toEqual([
    ...[undefined, undefined, "back", undefined, undefined],
  ]);
  expect(stored(world, 0).postRun).toBe(true);
  expect(answeredOf(world.summary().recent[0]!)!.postRun).toBe(true);
  world.settings.setItem(keyOf(0, "hurt"), "-");
  world.settings.setItem(keyOf(0, "postRun"), "0");
  await world.launch();
  expect(stored(world, 0).postRun).toBe(false);
  expect(stored(world, 0).items.some(({ hurt }) => hurt)).toBe(false);
  expect(world.summary().uncorrected).toBeUndefined();
});

test.each([
  ["of a session that is not there", "correct:zzz-0000:effort", "1", "unknown"],
  ["that is no key", "correct:", "1", "unknown"],
  ["with no such answer", keyOf(0, "mood"), "1", "bad"],
  ["of a run that is neither", keyOf(0, "postRun"), "-", "bad"],
  ["of an effort of 4", keyOf(0, "effort"), "4", "bad"],
  ["of a back of 11", keyOf(0, "before"), "11", "bad"],
  ["of a back of 3.5", keyOf(0, "after"), "3.5", "bad"],
  ["of an exercise that is not there", keyOf(0, "hurt"), "5:back", "bad"],
  ["of a place that is none", keyOf(0, "hurt"), "0:head", "bad"],
])(
  "a correction %s is refused and changes nothing",
  async (_, key, value, reason) => {
    const world = await withSessions({});
    const before = stored(world, 0);
    world.settings.setItem(key, value);
    await world.launch();
    expect(world.summary().uncorrected).toMatchObject({ reason });
    expect(stored(world, 0)).toEqual(before);
    expect(world.settings.getItem(key)).toBeNull();
  },
);

test("what is wrong with a value is told with what is allowed", async () => {
  const world = await withSessions({});
  world.settings.setItem(keyOf(0, "effort"), "4");
  await world.launch();
  expect(world.summary().uncorrected?.what).toBe(
    'effort is "4"; allowed: -, 1, 2, 3',
  );
});

test("answers can be corrected for 48 hours, and no longer", async () => {
  const world = await withSessions({});
  world.seconds = noon(2);
  world.settings.setItem(keyOf(0, "effort"), "1");
  await world.launch();
  expect(stored(world, 0).check.effort).toBe(1);
  world.seconds = noon(2) + 1;
  world.settings.setItem(keyOf(0, "effort"), "2");
  await world.launch();
  expect(stored(world, 0).check.effort).toBe(1);
  expect(world.summary().uncorrected?.reason).toBe("late");
});

test("a session older than the ten newest, or without answers, is not corrected", async () => {
  const world = await withSessions({});
  const unasked = record(noon(0) + 60);
  const many = Array.from({ length: 10 }, (_, i) => sessionOn((2 + i) / 100));
  world.sessions([unasked]);
  world.settings.setItem(`correct:${unasked.id}:effort`, "1");
  await world.launch();
  await world.launch();
  expect(world.summary().uncorrected).toBeUndefined();
  world.settings.setItem(`correct:${unasked.id}:effort`, "1");
  await world.launch();
  expect(world.summary().uncorrected?.reason).toBe("unasked");
  world.sessions(many);
  await world.launch();
  world.settings.setItem(keyOf(0, "effort"), "1");
  await world.launch();
  expect(world.summary().uncorrected?.reason).toBe("unknown");
  expect(stored(world, 0).check.effort).toBeUndefined();
});

test("a full phone says that the answer stays", async () => {
  const world = await withSessions({});
  world.local.room = 0;
  world.settings.setItem(keyOf(0, "effort"), "1");
  await world.launch();
  expect(world.summary().uncorrected?.reason).toBe("full");
  expect(stored(world, 0).check.effort).toBeUndefined();
});

test("a watch that sends a corrected session again does not bring the old answers back", async () => {
  const world = await withSessions({ check: { effort: 1 } });
  world.settings.setItem(keyOf(0, "effort"), "3");
  await world.launch();
  world.sessions([sessionOn(0, { check: { effort: 1 } })]);
  await world.launch();
  expect(stored(world, 0).check.effort).toBe(3);
});

test("an answer of a day without a session is corrected, wherever the companion dies at it", async () => {
  let whole = 0;
  for (let dieAfter = 0; dieAfter < 12; dieAfter++) {
    const world = await withRest();
    world.settings.setItem(`correct:${REST.id}:leg`, "3");
    await world.launch(false, new DyingProcess(dieAfter));
    if (checksSince(world.local, 0)[0]?.leg === 3) whole++;
    await world.launch();
    const told = { ...REST, leg: 3 };
    expect(checksSince(world.local, 0)).toEqual([told]);
    expect(world.summary().checks).toEqual([told]);
    const view = readCoachView(world.settings.getItem("coachView"));
    expect(view?.routing).toEqual(["R-1"]);
    expect(world.settings.getItem(`correct:${REST.id}:leg`)).toBeNull();
  }
  expect(whole).toBeGreaterThan(2);
  expect(whole).toBeLessThan(12);
});

test("a watch that sends a corrected check again does not bring the old answer back", async () => {
  const world = await withRest();
  world.settings.setItem(`correct:${REST.id}:back`, "-");
  await world.launch();
  world.arrive("c-" + REST.id, encode(packLoneCheck(REST)));
  await world.launch();
  expect(checksSince(world.local, 0)).toEqual([{ ...REST, back: undefined }]);
});

test.each([
  ["of a back of 11", "back", "11", 'back is "11"; allowed: -, 0, 1, 2, '],
  ["of a leg of 4", "leg", "4", 'leg is "4"; allowed: -, 0, 1, 2, 3'],
  ["with an answer of a session", "effort", "1", "allowed: back, leg"],
])(
  "of a day without a session, a correction %s is refused",
  async (_, answer, value, what) => {
    const world = await withRest();
    world.settings.setItem(`correct:${REST.id}:${answer}`, value);
    await world.launch();
    expect(world.summary().uncorrected).toMatchObject({ reason: "bad" });
    expect(world.summary().uncorrected?.what).toContain(what);
    expect(checksSince(world.local, 0)).toEqual([REST]);
  },
);

test("a day without a session is shown and corrected for 48 hours, and stays on a full phone", async () => {
  const world = await withRest();
  world.seconds = noon(3);
  world.local.room = 0;
  world.settings.setItem(`correct:${REST.id}:back`, "3");
  await world.launch();
  expect(world.summary().uncorrected?.reason).toBe("full");
  expect(world.summary().checks).toEqual([REST]);
  world.seconds = noon(3) + 1;
  world.settings.setItem(`correct:${REST.id}:back`, "3");
  await world.launch();
  expect(world.summary()).toMatchObject({
    ...{ uncorrected: { reason: "late" }, checks: [] },
  });
  expect(checksSince(world.local, 0)).toEqual([REST]);
});
