import { atHome, type Wearer } from "../../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";
import {
  daily,
  historyOf,
  pageText,
  phoned,
  storedIds,
  summaryOf,
  waitingOn,
  withWaiting,
} from "./phone";

afterEach(disposeWorlds);

/** How long everything takes that starts with a launch, in seconds. */
const SETTLED = 60;

function expectAllThere(made: Wearer, ids: string[]): void {
  expect(storedIds(made.world)).toEqual(ids);
  expect(historyOf(made.world).totals.sessions).toBe(ids.length);
  expect(waitingOn(made)).toEqual([]);
  expect(made.faults).toEqual([]);
}

/**
 * Calls with 1, 2, 3 … until `run` says that the death never came; `stride` passes
 * over steps, other ones before than after.
 */
async function atEveryStep(
  run: (step: number, when: "before" | "after") => Promise<boolean>,
  stride = 1,
): Promise<number> {
  let steps = 0;
  for (const when of ["before", "after"] as const) {
    const first = when === "before" || stride === 1 ? 1 : 2;
    for (let step = first; await run(step, when); step += stride) steps++;
  }
  return steps;
}

describe("two hundred sessions done with the phone away", () => {
  it("arrive once when it is back, and leave the watch", async () => {
    const records = daily(200);
    const made = await withWaiting(records);
    const { link } = made.world;
    link.away();
    made.watch.launch();
    made.waits(30);
    expect(storedIds(made.world)).toEqual([]);
    expect(waitingOn(made)).toHaveLength(200);
    link.back();
    // The system closes an app that nobody touches for two minutes.
    made.waits(400);
    expect(storedIds(made.world)).toHaveLength(200);
    made.watch.launch();
    made.waits(SETTLED);
    expectAllThere(
      made,
      records.map((one) => one.id),
    );
    expect(summaryOf(made.world)).toMatchObject({ waiting: 0 });
  });

  it("arrive once over a link that comes and goes", async () => {
    const records = daily(60);
    const made = await withWaiting(records);
    const { link } = made.world;
    made.watch.launch();
    for (let i = 0; i < 40; i++) {
      made.waits(1 + (i % 4));
      link.away();
      made.waits(1);
      link.back();
    }
    made.waits(300);
    expectAllThere(
      made,
      records.map((one) => one.id),
    );
  });
});

it("gets by with a link that shuffles, repeats and breaks off", async () => {
  const records = daily(60);
  const made = await withWaiting(records);
  const { faults, phone } = made.world;
  const { link } = faults;
  link.outOfOrder = link.repeated = link.interrupted = true;
  made.watch.launch();
  for (let hold = 20; hold < 40; hold++) {
    phone.settingsStorage.set("plank.hold", String(hold), "settings");
    made.waits(5);
  }
  made.waits(200);
  if (!made.watch.running) made.watch.launch();
  made.waits(SETTLED);
  expectAllThere(
    made,
    records.map((one) => one.id),
  );
  const { revision, onWatch } = summaryOf(made.world);
  expect(onWatch).toBe(revision);
});

describe("a death at any step of a transfer", () => {
  const records = daily(3);
  const ids = records.map((one) => one.id);

  it("of the companion loses no session and doubles none", async () => {
    const steps = await atEveryStep(async (step, when) => {
      const made = await withWaiting(records);
      made.world.faults.companion.killAtStep(step, when);
      made.watch.launch();
      made.waits(SETTLED);
      const died = !made.world.faults.companion.stepDeathPending;
      made.watch.exit();
      made.waits(5);
      made.watch.launch();
      made.waits(SETTLED);
      expectAllThere(made, ids);
      disposeWorlds();
      return died;
    }, 3);
    // The coach stores more than there is time to die at each of.
    expect(steps).toBeGreaterThan(40);
  }, 120000);

  it("of the watch loses no session and doubles none", async () => {
    const steps = await atEveryStep(async (step, when) => {
      const made = await withWaiting(records);
      made.world.faults.app.killAtStep(step, when);
      made.watch.launch();
      made.waits(SETTLED);
      const died = !made.watch.running;
      if (!died) made.watch.exit();
      made.waits(5);
      made.watch.launch();
      made.waits(SETTLED);
      expectAllThere(made, ids);
      disposeWorlds();
      return died;
    });
    expect(steps).toBeGreaterThan(10);
  }, 120000);

  it("of the companion loses no change of the settings", async () => {
    const steps = await atEveryStep(async (step, when) => {
      const made = await phoned();
      const { phone, faults } = made.world;
      faults.companion.killAtStep(step, when);
      phone.settingsStorage.set("plank.in", "false", "settings");
      made.waits(10);
      const died = !faults.companion.stepDeathPending;
      if (died) {
        phone.launch();
        made.waits(10);
      }
      expect(made.sees.minutes).toBe("18");
      const { revision, onWatch } = summaryOf(made.world);
      expect(onWatch).toBe(revision);
      disposeWorlds();
      return died;
    });
    expect(steps).toBeGreaterThan(4);
  }, 120000);
});

describe("a setting that is changed", () => {
  it("while the app is closed is there at its next launch", async () => {
    const made = await phoned();
    made.watch.exit();
    made.waits(1);
    const { settingsStorage } = made.world.phone;
    settingsStorage.set("cobra.in", "false", "settings");
    made.waits(20);
    made.watch.launch();
    made.waits(3);
    expect(made.sees.minutes).toBe("17");
  });

  it("while a session runs leaves it alone and rules the next one", async () => {
    const made = await phoned();
    made.taps("start");
    made.waits(30);
    const { settingsStorage } = made.world.phone;
    settingsStorage.set("hip-raise.in", "false", "settings");
    made.waits(60);
    made.taps("pause").waits(1);
    expect(made.sees.exercise).toBe("Hip raise");
    made.taps("end").waits(1).taps("confirm-end");
    made.waits(3).taps("done").waits(1);
    expect(made.sees.minutes).not.toBe("19");
    made.taps("start").waits(5);
    expect(made.sees.next).toBe("Reverse hip raise");
  });

  it("reaches a watch that was reinstalled, and one phone after another", async () => {
    const made = await phoned();
    const { phone } = made.world;
    phone.settingsStorage.set("cobra.in", "false", "settings");
    made.waits(10);
    const state = made.world.exportState().phone;
    disposeWorlds();
    // A new watch beside the same phone.
    const fresh = await withWaiting([]);
    fresh.world.importState({ phone: state });
    fresh.world.faults.jumpClock(3600000);
    fresh.watch.launch();
    fresh.waits(20);
    expect(fresh.sees.minutes).toBe("17");
    // A new phone beside the same watch.
    const { watch } = fresh.world.exportState();
    disposeWorlds();
    const again = await withWaiting([]);
    again.world.importState({ watch });
    again.world.phone.settingsStorage.load({ "plank.in": "false" });
    again.watch.launch();
    again.waits(20);
    // It is not replaced unless the runner says so.
    expect(again.sees.minutes).toBe("17");
    const { foreign } = summaryOf(again.world);
    expect(foreign!.items).toHaveLength(4);
    again.world.phone.settings.open();
    const asked = pageText(again.world);
    expect(asked).toContain("The watch has “Runner's Core”, which this phone");
    expect(asked).toContain("Take the watch's routine");
    again.world.phone.settings.press("Send mine to the watch");
    again.waits(20);
    expect(again.sees.minutes).toBe("18");
    expect(summaryOf(again.world).onWatch).toBe(
      summaryOf(again.world).revision,
    );
  });
});

it("counts a session done from start to end in history and on the page", async () => {
  const made = await atHome({ companion: true });
  made
    .waits(3)
    .taps("start")
    .waits(25 * 60);
  expect(historyOf(made.world).totals).toMatchObject({
    sessions: 1,
    reps: 90,
  });
  expect(waitingOn(made)).toEqual([]);
});
