import { disposeWorlds } from "fitbit-simulator/testing";
import {
  chosenIn,
  daily,
  nodesOf,
  pageText,
  phoned,
  sectionsOf,
  withWaiting,
} from "./phone";

afterEach(disposeWorlds);

const ASKED = "Before you begin";

it("asks a new runner once: safety first, then how to begin, then for a bench", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings } = world.phone;
  settings.open();
  expect(sectionsOf(world)[1]).toBe(ASKED);
  expect(pageText(world)).toContain("Get emergency help at once for:");
  expect(pageText(world)).not.toContain("Start gently");
  expect(made.sees.minutes).toBe("19");
  settings.press("I have read this");
  made.waits(0.1);
  expect(pageText(world)).toContain(
    "Gently: short holds and few reps, about 10 min. The full dose: all of the routine, about 19 min.",
  );
  settings.press("Start gently (recommended)");
  made.waits(3);
  expect(made.sees.minutes).toBe("10");
  expect(chosenIn(made, "Level")).toBe("Starter");
  settings.press("No: leave this exercise out");
  made.waits(3);
  expect(sectionsOf(world)).not.toContain(ASKED);
  expect(made.sees.minutes).toBe("8");
  expect(made.faults).toEqual([]);
});

it("leaves the full dose as it is for who wants it", async () => {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  settings.open();
  settings.press("I have read this");
  made.waits(0.1);
  settings.press("The full dose");
  made.waits(0.1);
  settings.press("Yes");
  made.waits(3);
  expect(made.sees.minutes).toBe("19");
  expect(settingsStorage.get("stand")).toBe("full");
  expect(sectionsOf(made.world)).not.toContain(ASKED);
});

it("asks nobody who has trained, or has a routine of their own", async () => {
  const trained = await withWaiting(daily(1));
  trained.watch.launch();
  trained.waits(30);
  trained.world.phone.settings.open();
  expect(sectionsOf(trained.world)).not.toContain(ASKED);
  const changed = await phoned();
  const { settings, settingsStorage } = changed.world.phone;
  settingsStorage.set("cobra.in", "false", "settings");
  changed.waits(2);
  settings.open();
  expect(sectionsOf(changed.world)).not.toContain(ASKED);
});

it("goes on asking while health answers are given, each with one switch", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings } = world.phone;
  settings.open();
  settings.use("h.spine", true);
  made.waits(2);
  expect(sectionsOf(world)).toContain(ASKED);
  const spine = nodesOf(settings.tree).filter(
    ({ props }) => props["settingsKey"] === "h.spine",
  );
  expect(spine).toHaveLength(1);
  settings.press("I have read this");
  made.waits(0.1);
  expect(pageText(world)).toContain("+ Health");
});

it("asks again when the answer cannot be used, and says so", async () => {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  settingsStorage.set("stand", "half", "settings");
  made.waits(2);
  settings.open();
  expect(pageText(made.world)).toContain(
    'Before you begin: "half" cannot be used and is left out.',
  );
  expect(sectionsOf(made.world)).toContain(ASKED);
});
