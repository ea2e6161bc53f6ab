import { decode, encode } from "cbor-x";
import { codeOf } from "../../../common/exercise-codes";
import { sessionId } from "../../../common/record";
import {
  ClassBit,
  packLoneCheck,
  unpackCoach,
} from "../../../common/wire/coach";
import { checksSince } from "../../../phone/history/checks";
import { plannedOf } from "../../../phone/history/plans";
import { stepsAt } from "../../../phone/history/steps";
import { readChanges } from "../../../phone/coach/stored";
import { readCoachView } from "../../../phone/coach/view";
import { fromJson } from "../../../phone/json";
import { shortRoutine } from "../../../verification/builders/routines";
import { DyingProcess } from "../../../verification/builders/storage";
import {
  Told,
  inShort,
  noon,
  sessionOn,
  MORE,
  FURTHER,
} from "../../builders/coach";
import { CompanionWorld } from "../unit/companion-world";

/** A phone on the first of the days, with these settings, whose page told what is asked. */
function phone(settings: Record<string, string> = {}): CompanionWorld {
  const world = new CompanionWorld();
  world.seconds = noon(0);
  world.settings.setItem("questions", "2");
  for (const key in settings) world.settings.setItem(key, settings[key]!);
  world.report(1, 0);
  return world;
}

/** The watch takes the routine that the phone sent last, and says so. */
async function takes(world: CompanionWorld): Promise<void> {
  const routine = world.routine();
  if (!routine.ok) throw new Error("no routine");
  world.reports({ waiting: 0, routine: routine.value });
  await world.launch();
}

/** The watch brings the session of a day, and the phone takes it in. */
async function live(
  world: CompanionWorld,
  day: number,
  told: Told = {},
): Promise<void> {
  world.seconds = noon(day) + 1800;
  world.sessions([sessionOn(day, told)]);
  await world.launch();
  await takes(world);
}

function plan(world: CompanionWorld) {
  const read = unpackCoach(decode(world.outbox.get("coach")!));
  if (!read.ok) throw new Error(read.fault.field);
  return read.value;
}

function log(world: CompanionWorld): string[] {
  return inShort(readChanges(fromJson(world.settings.getItem("coachLog"))));
}

function view(world: CompanionWorld) {
  return readCoachView(world.settings.getItem("coachView"))!;
}

/** The watch's dose of an exercise: sets, reps, seconds. */
function dose(world: CompanionWorld, exercise: string) {
  const routine = world.routine();
  if (!routine.ok) throw new Error("no routine");
  const item = routine.value.items.find((one) => one.exercise === exercise)!;
  return [item.sets, item.reps, item.hold];
}

async function asks(world: CompanionWorld, request: string): Promise<void> {
  world.settings.setItem("coachDo", request);
  const { companion, debounced } = await world.launch(true);
  companion.changed("coachDo");
  await debounced();
}

test("a watch asks once the page has said that it will, and knows then where the runner begins", async () => {
  const world = phone({ questions: "" });
  await world.launch();
  expect(world.sends).not.toContain("coach");
  world.settings.setItem("questions", "1");
  await world.launch();
  expect(plan(world)).toMatchObject({
    ...{ ask: 1, usual: undefined, lighter: true, first: true },
    classes: [0, ClassBit.Extension, 0, 0, ClassBit.Extension],
    ...{ serial: world.seconds, raised: false, revision: 1, see: 0 },
  });
  await world.launch();
  expect(world.sends.filter((name) => name === "coach")).toHaveLength(1);
  world.settings.setItem("stand", "gentle");
  await world.launch();
  expect(plan(world)).toMatchObject({ first: false });
});

test("the plans have the revision of the routine that they go with", async () => {
  const world = phone({ "plank.hold": "45" });
  await world.launch();
  const { easy, light } = plan(world);
  const routine = world.routine();
  expect(routine.ok && routine.value.revision).toBe(1);
  expect([easy?.revision, light?.revision]).toEqual([1, 1]);
});

test("the built-in easy session has nothing that an answer about health shuts", async () => {
  const out = { "hip-raise.in": "false", "plank.in": "false" };
  const world = phone({ "h.shoulder": "true", ...out });
  await world.launch();
  expect(plan(world).easy?.items.map(({ exercise }) => exercise)).toEqual([
    ...["hip-raise", "bird-dog"],
  ]);
});

test("with a careful heart no plan has a hold of more than 20 s", async () => {
  const world = phone({ "h.heart": "true" });
  await world.launch();
  const { easy, light } = plan(world);
  for (const { kind, hold } of [...easy!.items, ...light!.items])
    if (kind === "hold") expect(hold).toBeLessThanOrEqual(20);
  world.settings.setItem("h.agreed", "true");
  await world.launch();
  expect(plan(world).light!.items.some(({ hold }) => hold > 20)).toBe(true);
});

test("a leg that is worse shuts cobra on the phone, for the watch and for the page", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  expect(plan(world).classes).toEqual([
    ...[0, ClassBit.Extension, 0, 0],
    ClassBit.Extension | ClassBit.Shut,
  ]);
  expect(plan(world).light?.items.map(({ exercise }) => exercise)).toEqual([
    ...["hip-raise", "reverse-hip-raise", "plank", "side-plank"],
  ]);
  expect(fromJson(world.settings.getItem("gate:cobra"))).toMatchObject({
    ...{ reason: "leg", since: noon(0) },
  });
  expect(log(world)).toEqual(["B-2 cobra out"]);
});

test("cobra stays out for 14 days, is tried when the runner taps, and comes in after two calm trials", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  for (const day of [3, 6, 9])
    await live(world, day, { exercises: ["hip-raise"] });
  world.seconds = noon(13);
  await world.launch();
  expect(view(world).offered).toEqual([]);
  await asks(world, "try cobra");
  expect(plan(world).classes[4]).toBe(ClassBit.Extension | ClassBit.Shut);
  world.seconds = noon(14);
  await world.launch();
  expect(view(world).offered).toEqual(["cobra"]);
  await asks(world, "try cobra");
  expect(plan(world).classes[4]).toBe(ClassBit.Extension | ClassBit.Trial);
  expect(dose(world, "cobra")).toEqual([3, 1, 10]);
  for (const day of [15, 17]) await live(world, day);
  expect(plan(world).classes[4]).toBe(ClassBit.Extension);
  expect(world.settings.getItem("gate:cobra")).toBeNull();
});

test("what is shut goes to the watch as left out, and the plans only after that has come", async () => {
  const world = phone();
  await world.launch();
  const before = plan(world).serial;
  world.seconds = noon(0) + 1800;
  world.sessions([sessionOn(0, FURTHER)]);
  await world.launch();
  const routine = world.routine();
  const left = routine.ok && routine.value.items.filter((one) => !one.included);
  expect(left).toMatchObject([{ exercise: "cobra" }]);
  expect(plan(world).serial).toBe(before);
  await takes(world);
  expect(plan(world)).toMatchObject({ revision: 2 });
  expect(plan(world).serial).toBeGreaterThan(before);
});

test("a routine that is shut as a whole goes with the easy session, also where the plans are late", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  for (const exercise of ["hip-raise", "reverse-hip-raise", "plank"])
    world.settings.setItem(exercise + ".in", "false");
  world.settings.setItem("side-plank.in", "false");
  await world.launch();
  const routine = world.routine();
  const items = routine.ok ? routine.value.items : [];
  expect(items.map(({ exercise, included }) => [exercise, included])).toEqual([
    ["cobra", false],
    ...["hip-raise", "bird-dog", "side-plank"].map((id) => [id, true]),
  ]);
  await takes(world);
  expect(plan(world).classes).toEqual([
    ...[ClassBit.Extension | ClassBit.Shut, 0, 0, 0],
  ]);
  expect(plan(world).easy?.items).toHaveLength(3);
});

test("a companion that was installed anew keeps out what is shut", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  world.local.map.clear();
  world.report(2, 0);
  await world.launch();
  await takes(world);
  expect(plan(world).classes[4]).toBe(ClassBit.Extension | ClassBit.Shut);
  await asks(world, "try cobra");
  expect(plan(world).classes[4]).toBe(ClassBit.Extension | ClassBit.Shut);
});

test("a watch with the routine of another phone gets no plans until the runner has chosen", async () => {
  const world = phone();
  world.inbox = [];
  world.reports({ waiting: 0, routine: shortRoutine({ revision: 1 }) });
  await world.launch();
  await world.launch();
  expect(world.sends).not.toContain("coach");
});

test("a raise waits for a tap, changes the watch's routine then, and can be taken back", async () => {
  const world = phone({ level: "starter" });
  await live(world, 0, MORE);
  await live(world, 2, MORE);
  expect(log(world)).toEqual(["D-6 hip-raise 1>2"]);
  expect(view(world)).toMatchObject({ canDo: true, canTakeBack: false });
  expect(dose(world, "hip-raise")).toEqual([2, 8, 5]);
  await asks(world, "do");
  expect(dose(world, "hip-raise")).toEqual([2, 10, 5]);
  expect(world.settings.getItem("hip-raise.step")).toBe("2");
  expect(view(world)).toMatchObject({ canDo: false, canTakeBack: true });
  await asks(world, "do");
  expect(dose(world, "hip-raise")).toEqual([2, 10, 5]);
  await asks(world, "back");
  expect(dose(world, "hip-raise")).toEqual([2, 8, 5]);
  expect(log(world)).toEqual(["runner hip-raise 2>1", "D-6 hip-raise 1>2"]);
});

test("in auto a raise acts at once; a level stands for all steps; an own dose ends coaching", async () => {
  const world = phone({ level: "starter", coach: "auto" });
  await live(world, 0, MORE);
  await live(world, 2, MORE);
  expect(dose(world, "hip-raise")).toEqual([2, 10, 5]);
  world.settings.setItem("level", "standard");
  await world.launch();
  expect(dose(world, "hip-raise")).toEqual([3, 10, 5]);
  world.settings.setItem("hip-raise.reps", "13");
  await live(world, 4, MORE);
  await live(world, 6, MORE);
  expect(dose(world, "hip-raise")).toEqual([3, 13, 5]);
  expect(log(world)[0]).toBe("D-6 plank 4>5");
  // Each session has the steps at which it was done; of an own dose there is none.
  const steps = stepsAt(world.local);
  expect([0, 2, 4, 6].map((day) => steps(noon(day)))).toMatchObject([
    { "hip-raise": 1, plank: 1 },
    { "hip-raise": 1, plank: 1 },
    { plank: 4 },
    { plank: 4 },
  ]);
  expect(steps(noon(6))).not.toHaveProperty("hip-raise");
  await asks(world, "coach hip-raise");
  expect(dose(world, "hip-raise")).toEqual([3, 12, 5]);
});

test("what was planned is kept with a session, also one that comes after the routine has changed", async () => {
  const world = phone({ level: "starter" });
  await world.launch();
  await takes(world);
  const { revision } = plan(world);
  world.settings.setItem("plank.sets", "7");
  const session = (day: number, told: Told, of: number) => {
    const one = { ...sessionOn(day, told), revision: of };
    world.seconds = noon(day) + 1800;
    world.sessions([one]);
    return one;
  };
  const plank = { exercises: ["plank"] };
  await world.launch();
  await takes(world);
  const newer = plan(world).revision;
  const late = session(1, plank, revision);
  await world.launch();
  const now = session(2, plank, newer);
  const easy = session(3, { ...plank, check: { mode: "easy" } }, newer);
  const other = session(4, plank, newer + 1);
  await world.launch();
  const planned = plannedOf(world.local);
  expect([late, now, easy, other].map((one) => planned(one)[0])).toEqual([
    { sets: 3, reps: undefined, hold: 10 },
    { sets: 7, reps: undefined, hold: 10 },
    { sets: 2, reps: undefined, hold: 10 },
    undefined,
  ]);
});

test("in auto the watch is told which dose went up, until the next session; else it is not", async () => {
  const [auto, suggest] = ["auto", "suggest"].map((coach) =>
    phone({ level: "starter", coach }),
  );
  for (const world of [auto!, suggest!]) {
    await live(world, 0, MORE);
    expect(plan(world).raised).toBe(false);
    await live(world, 2, MORE);
  }
  await asks(suggest!, "do");
  expect([auto!, suggest!].map((world) => plan(world).raised)).toEqual([
    codeOf("hip-raise"),
    true,
  ]);
  await live(auto!, 4, { before: 5, after: 7 });
  expect(plan(auto!).raised).toBe(false);
});

test("the watch is told the most urgent reason to see somebody that the page does not hide", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  await live(world, 2, FURTHER);
  expect(plan(world).see).toBe(2);
  world.settings.setItem("seeHidden", JSON.stringify({ "R-2": noon(2) }));
  await world.launch();
  expect(plan(world).see).toBe(0);
  await live(world, 4, { check: { legAfter: 3 } });
  expect(plan(world).see).toBe(1);
});

test("a check without a session is stored once, and acknowledged each time", async () => {
  const world = phone();
  const id = sessionId(noon(1), 0.5);
  const check = { id, at: noon(1), offset: 60, back: 8, leg: 0 as const };
  const packed = packLoneCheck({ ...check, decision: 0 });
  for (let time = 0; time < 2; time++) {
    world.seconds = noon(1 + time);
    world.arrive("c-" + id, encode(packed));
    await world.launch();
    expect(world.acknowledged()).toEqual([id]);
    world.outbox.delete("a-" + id);
  }
  expect(checksSince(world.local, 0)).toEqual([{ ...check, decision: 0 }]);
  expect(checksSince(world.local, noon(2))).toEqual([]);
  expect(view(world).trend).toMatchObject({ median: 8, answers: 1 });
  world.arrive("c-bad", encode([9]));
  await world.launch();
  expect(world.summary()).toMatchObject({ refused: 1 });
});

test("three bad days are told, also those without a session", async () => {
  const world = phone();
  for (const day of [1, 2, 3]) {
    const id = sessionId(noon(day), 0.5);
    const check = { id, at: noon(day), offset: 0, back: 8, leg: undefined };
    world.arrive("c-" + id, encode(packLoneCheck({ ...check, decision: 0 })));
  }
  world.seconds = noon(4);
  await world.launch();
  expect(view(world).routing).toEqual(["R-3"]);
});

test("wherever the phone dies, a session is decided upon once, and its step reaches the watch", async () => {
  for (let dieAfter = 0; dieAfter < 40; dieAfter++) {
    const world = phone({ level: "starter", coach: "auto" });
    await live(world, 0, MORE);
    const second = sessionOn(2, MORE);
    world.seconds = noon(2) + 1800;
    world.sessions([second]);
    await world
      .launch(false, new DyingProcess(dieAfter))
      .catch(() => undefined);
    // What is not acknowledged, the watch sends again.
    if (!world.acknowledged().includes(second.id)) world.sessions([second]);
    await world.launch();
    expect(log(world)).toEqual(["D-6 hip-raise 1>2"]);
    expect(dose(world, "hip-raise")).toEqual([2, 10, 5]);
    expect(plan(world).easy?.revision).toBe(plan(world).light?.revision);
  }
});

test("garbage in the coach's own state begins it anew, and the gate is kept by the watch's sessions", async () => {
  const world = phone();
  await live(world, 0, FURTHER);
  for (const garbage of ["", "[]", "{", '{"gates":[{"exercise":7}],"log":3}']) {
    world.local.setItem("coach", garbage);
    await world.launch();
    expect(plan(world).classes[4]).toBe(ClassBit.Extension | ClassBit.Shut);
  }
});

test("a watch that lost its routine gets the plans again", async () => {
  const world = phone();
  await world.launch();
  const sends = () => world.sends.filter((name) => name === "coach").length;
  expect(sends()).toBe(1);
  world.report(0, 0, world.seconds + 1000);
  await world.launch();
  await world.launch();
  expect(sends()).toBe(2);
});

test("plans that were lost on the way go again a day later, as the same ones", async () => {
  const world = phone();
  await world.launch();
  const sends = () => world.sends.filter((name) => name === "coach").length;
  const { serial } = plan(world);
  world.seconds += 3600;
  await world.launch();
  expect(sends()).toBe(1);
  world.seconds += 86400;
  world.report(1, 0);
  await world.launch();
  await world.launch();
  expect(sends()).toBe(2);
  expect(plan(world).serial).toBe(serial);
});
