import { Routine } from "../../../common/routine";
import { readRoutineState } from "../../../phone/link-state";
import { readSettings } from "../../../phone/settings/settings";
import { takeWholeRoutine } from "../../../phone/settings/writer";
import { anItem, aRoutine } from "../../../verification/builders/routines";
import { DyingProcess } from "../../../verification/builders/storage";
import { CompanionWorld, revisionOf } from "./companion-world";

/** What somebody made on another phone. */
const THEIRS = aRoutine({
  revision: 5,
  name: "Theirs",
  goal: 4,
  weekStart: "sunday",
  items: [anItem("plank", { hold: 45 }), anItem("cobra")],
  preferences: {
    strength: "strong",
    repPulses: true,
    halfway: false,
    finalSeconds: true,
    keepScreenOn: false,
    quietPause: false,
    touchLock: false,
  },
});

/** A phone that has met a watch with this routine; its settings stand as given. */
async function met(
  routine: Routine,
  settings: { readonly [key: string]: string } = {},
): Promise<CompanionWorld> {
  const world = new CompanionWorld();
  Object.keys(settings).forEach((key) =>
    world.settings.setItem(key, settings[key]!),
  );
  await world.launch();
  world.outbox.clear();
  world.sends = [];
  world.reports({ routine });
  await world.launch();
  return world;
}

function routineOf(world: CompanionWorld): Routine {
  return readSettings((key) => world.settings.getItem(key)).routine;
}

describe("a routine on the watch that another phone sent", () => {
  it.each([
    ["a new phone, untouched", {}],
    ["a phone with a routine of its own", { "plank.hold": "30" }],
  ])("stays where %s meets it, and is shown", async (_, settings) => {
    const world = await met(THEIRS, settings);
    expect(world.summary().foreign).toEqual(THEIRS);
    world.settings.setItem("cobra.hold", "20");
    world.reports({ routine: THEIRS, at: world.seconds + 1 });
    for (let i = 0; i < 3; i++) await world.launch();
    expect(world.routinesSent()).toBe(0);
    expect(world.summary().foreign).toEqual(THEIRS);
  });

  it("is the phone's when the runner takes it, with preferences and goal", async () => {
    const world = await met(THEIRS, { "plank.hold": "30" });
    takeWholeRoutine(world.settings, THEIRS);
    await world.launch();
    expect(routineOf(world)).toEqual({ ...THEIRS, revision: 0 });
    expect(world.routinesSent()).toBe(0);
    expect(world.summary()).toMatchObject({
      foreign: undefined,
      revision: 5,
      onWatch: 5,
    });
    world.settings.setItem("cobra.hold", "20");
    await world.launch();
    expect(revisionOf(world)).toBe(6);
  });

  it("makes room for the phone's when the runner says so, and is not asked about again", async () => {
    const world = await met(THEIRS, { "plank.hold": "30" });
    world.settings.setItem("answer", "5");
    await world.launch();
    expect(world.routine()).toMatchObject({
      value: { revision: 1005, items: [{}, {}, { hold: 30 }, {}, {}] },
    });
    expect(world.settings.getItem("answer")).toBeNull();
    world.reports({ routine: THEIRS, at: world.seconds + 1 });
    await world.launch();
    expect(world.summary().foreign).toBeUndefined();
    expect(world.routinesSent()).toBe(1);
  });

  it("stays where the answer was about another one", async () => {
    const world = await met(THEIRS);
    world.settings.setItem("answer", "4");
    await world.launch();
    expect(world.routinesSent()).toBe(0);
    expect(world.summary().foreign).toEqual(THEIRS);
  });

  it("is asked about also where its revision is an older one", async () => {
    const world = await met(aRoutine({ revision: 1 }), { "plank.hold": "30" });
    world.report(readRoutineState(world.local).revision, 0);
    await world.launch();
    const sent = world.routinesSent();
    world.reports({
      routine: { ...THEIRS, revision: 1 },
      at: world.seconds + 1,
    });
    await world.launch();
    expect(world.routinesSent()).toBe(sent);
    expect(world.summary().foreign).toMatchObject({ name: "Theirs" });
  });

  it("is no question any more once the watch has the phone's", async () => {
    const world = await met(THEIRS);
    world.report(7, 0, world.seconds + 1);
    await world.launch();
    expect(world.summary()).toMatchObject({ foreign: undefined, revision: 7 });
  });

  it("gets its answer wherever the companion dies on the way", async () => {
    for (let dieAfter = 0; dieAfter < 12; dieAfter++) {
      const world = await met(THEIRS, { "plank.hold": "30" });
      world.settings.setItem("answer", "5");
      await world.launch(false, new DyingProcess(dieAfter));
      await world.launch();
      expect(world.summary().foreign).toBeUndefined();
      expect(world.routine()).toMatchObject({
        value: { name: "Runner's Core" },
      });
      expect(revisionOf(world)).toBeGreaterThan(5);
    }
  });
});

it("two phones do not replace each other's: the second asks, and then the first", async () => {
  const first = await met(aRoutine({ revision: 1 }), {
    "plank.hold": "30",
  });
  const onWatch = first.routine();
  if (!onWatch.ok) throw new Error("nothing was sent");
  const second = await met(onWatch.value, { "plank.hold": "50" });
  expect(second.routinesSent()).toBe(0);
  second.settings.setItem("answer", String(onWatch.value.revision));
  await second.launch();
  const replaced = second.routine();
  if (!replaced.ok) throw new Error("nothing was sent");
  const sent = first.routinesSent();
  first.reports({ routine: replaced.value, at: first.seconds + 600 });
  await first.launch();
  expect(first.routinesSent()).toBe(sent);
  expect(first.summary().foreign).toEqual(replaced.value);
});

it("an untouched default on the watch gives way without a question", async () => {
  const world = await met(aRoutine({ revision: 3 }), { "plank.hold": "30" });
  expect(world.summary().foreign).toBeUndefined();
  expect(revisionOf(world)).toBeGreaterThan(3);
});

describe("settings that were wiped", () => {
  async function wiped(): Promise<CompanionWorld> {
    const world = new CompanionWorld();
    takeWholeRoutine(world.settings, THEIRS);
    await world.launch();
    world.settings.map.clear();
    return world;
  }

  it("are restored from what the companion still has", async () => {
    const world = await wiped();
    await world.launch();
    expect(routineOf(world)).toEqual({ ...THEIRS, revision: 0 });
    expect(world.routinesSent()).toBe(1);
  });

  it("are restored wherever the companion dies on the way", async () => {
    for (let dieAfter = 0; dieAfter < 40; dieAfter++) {
      const world = await wiped();
      await world.launch(false, new DyingProcess(dieAfter));
      await world.launch();
      expect(routineOf(world)).toEqual({ ...THEIRS, revision: 0 });
      expect(world.routinesSent()).toBe(1);
    }
  });
});
