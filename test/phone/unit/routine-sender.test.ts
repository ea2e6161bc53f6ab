import { readRoutineState } from "../../../phone/link-state";
import { DyingProcess } from "../../../verification/builders/storage";
import { CompanionWorld, revisionOf } from "./companion-world";

describe("settings on their way to the watch", () => {
  it("are the default routine on the first run", async () => {
    const world = new CompanionWorld();
    await world.launch();
    expect(world.routine()).toMatchObject({
      ok: true,
      value: { revision: 1, name: "Runner's Core" },
    });
    expect(world.outbox.get("routine")!.length).toBeLessThan(400);
  });

  it("are sent once, however often the companion starts", async () => {
    const world = new CompanionWorld();
    for (let i = 0; i < 5; i++) await world.launch();
    expect(world.routinesSent()).toBe(1);
  });

  it("become one routine when a burst of changes has settled", async () => {
    const world = new CompanionWorld();
    const { companion, debounced } = await world.launch();
    for (let hold = 30; hold < 50; hold++) {
      world.settings.setItem("plank.hold", String(hold));
      companion.changed("plank.hold");
    }
    expect(world.routinesSent()).toBe(1);
    await debounced();
    expect(world.routinesSent()).toBe(2);
    expect(revisionOf(world)).toBe(1);
    expect(world.routine()).toMatchObject({
      value: { items: [{}, {}, { hold: 49 }, {}, {}] },
    });
  });

  it("are not sent again when a change is taken back", async () => {
    const world = new CompanionWorld();
    const { companion, debounced } = await world.launch();
    world.settings.setItem("plank.in", "false");
    world.settings.setItem("plank.in", "true");
    companion.changed("plank.in");
    await debounced();
    expect(world.routinesSent()).toBe(1);
    expect(readRoutineState(world.local).revision).toBe(1);
  });

  it("are not lost when the companion dies before they settled", async () => {
    const world = new CompanionWorld();
    const { companion } = await world.launch();
    world.settings.setItem("plank.hold", "45");
    companion.changed("plank.hold");
    await world.launch();
    expect(revisionOf(world)).toBe(1);
  });

  it("wait for the burst to settle when the page is open already", async () => {
    const world = new CompanionWorld();
    const { debounced } = await world.launch(true);
    expect(world.routinesSent()).toBe(0);
    expect(world.settings.getItem("summary")).not.toBeNull();
    await debounced();
    expect(world.routinesSent()).toBe(1);
  });

  it("are the default again after clear", async () => {
    const world = new CompanionWorld();
    world.settings.setItem("plank.hold", "45");
    const { companion, debounced } = await world.launch();
    world.settings.map.clear();
    companion.changed(null);
    await debounced();
    expect(revisionOf(world)).toBe(1);
    expect(world.routine()).toMatchObject({
      value: { items: [{}, {}, { hold: 60 }, {}, {}] },
    });
    expect(world.settings.getItem("summary")).not.toBeNull();
  });

  it("stay as they are on the watch while nothing is chosen", async () => {
    const world = new CompanionWorld();
    const { companion, debounced } = await world.launch();
    ["hip-raise", "reverse-hip-raise", "plank", "side-plank", "cobra"].forEach(
      (id) => world.settings.setItem(id + ".in", "false"),
    );
    companion.changed("cobra.in");
    await debounced();
    expect(world.routinesSent()).toBe(1);
  });

  it("arrive in the end wherever the companion dies on the way", async () => {
    for (let dieAfter = 0; dieAfter < 12; dieAfter++) {
      const world = new CompanionWorld();
      await world.launch(false, new DyingProcess(dieAfter));
      world.settings.setItem("plank.hold", "45");
      await world.launch(false, new DyingProcess(dieAfter));
      await world.launch();
      expect(world.routine()).toMatchObject({
        ok: true,
        value: { items: [{}, {}, { hold: 45 }, {}, {}] },
      });
      expect(revisionOf(world)).toBe(readRoutineState(world.local).revision);
      const sent = world.routinesSent();
      await world.launch();
      expect(world.routinesSent()).toBe(sent);
    }
  });
});

describe("a report of the watch", () => {
  it("are taken by the watch after a report of the highest revision", async () => {
    const world = new CompanionWorld();
    await world.launch();
    world.report(4294967295, 0, world.seconds + 1);
    await world.launch();
    expect(revisionOf(world)).toBe(1);
    const { companion, debounced } = await world.launch();
    world.settings.setItem("plank.hold", "45");
    companion.changed("plank.hold");
    await debounced();
    expect(world.routine()).toMatchObject({ ok: true });
    expect(revisionOf(world)).toBeLessThan(10);
  });

  it("shows since when the routine is there and what waits", async () => {
    const world = new CompanionWorld();
    await world.launch();
    expect(world.summary()).toMatchObject({
      revision: 1,
      onWatch: -1,
      seen: 0,
    });
    world.report(0, 0, world.seconds + 1);
    await world.launch();
    world.outbox.delete("routine");
    world.report(1, 7, world.seconds + 5);
    await world.launch();
    world.report(1, 3, world.seconds + 90);
    await world.launch();
    expect(world.summary()).toMatchObject({
      revision: 1,
      onWatch: 1,
      since: world.seconds + 5,
      seen: world.seconds,
      waiting: 3,
    });
    expect(world.routinesSent()).toBe(1);
  });

  it("of an older routine gets the routine again once it had its chance", async () => {
    const world = new CompanionWorld();
    await world.launch();
    world.report(0, 0, world.seconds - 1);
    await world.launch();
    world.report(0, 0, world.seconds + 1);
    await world.launch();
    expect(world.routinesSent()).toBe(1);
    world.outbox.delete("routine");
    world.report(0, 0, world.seconds + 2);
    await world.launch();
    expect(world.routinesSent()).toBe(2);
    expect(revisionOf(world)).toBe(1);
  });

  it("of a newer routine that it does not name makes a forgetful phone count on well beyond it", async () => {
    const world = new CompanionWorld();
    world.reportBefore(41, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1041);
    await world.launch();
    expect(revisionOf(world)).toBe(1041);
  });

  it("of the same revision without its routine is not taken for a forgetful phone's own", async () => {
    const world = new CompanionWorld();
    await world.launch();
    expect(revisionOf(world)).toBe(1);
    world.reportBefore(1, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1001);
    world.reportBefore(1001, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1001);
    expect(world.routinesSent()).toBe(2);
  });

  it("of a routine that the phone before had on its way is not taken for the newest", async () => {
    const world = new CompanionWorld();
    await world.launch();
    world.reportBefore(1, 0);
    await world.launch();
    world.settings.setItem("ready", "7");
    await world.launch();
    world.outbox.delete("routine");
    world.reportBefore(3, 0, world.seconds + 600);
    const sent = world.routinesSent();
    await world.launch();
    expect(world.routinesSent()).toBe(sent + 1);
  });

  it("that comes late does not undo a newer one", async () => {
    const world = new CompanionWorld();
    await world.launch();
    world.report(1, 2, world.seconds + 60);
    world.report(0, 9, world.seconds + 30);
    await world.launch();
    expect(world.summary()).toMatchObject({ onWatch: 1, waiting: 2 });
  });
});
