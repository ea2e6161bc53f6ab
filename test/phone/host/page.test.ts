import { defaultRoutine } from "../../../common/default-routine";
import { routineCode } from "../../../phone/routine-code/code";
import { routineSeconds } from "../../../common/routine";
import { disposeWorlds } from "fitbit-simulator/testing";
import { GARBAGE, allKeys } from "../../../verification/builders/settings";
import {
  chooses,
  chosenIn,
  nodesOf,
  openAll,
  pageText,
  sectionsOf,
  withWaiting,
  daily,
  MONDAY,
  phoned,
  types,
} from "./phone";

afterEach(disposeWorlds);

const PLATFORM =
  "Page Section Text Link TextImageRow Button Fragment Toggle Slider TextInput Select AdditiveList ColorSelect".split(
    " ",
  );

it("has every section, built of the platform's components alone", async () => {
  const made = await phoned();
  const { world, faults } = made;
  world.phone.settings.open();
  expect(sectionsOf(world)).toEqual([
    "Runner's Core",
    "Before you begin",
    "Routine",
    "",
    "Coach",
    "History",
    "About",
  ]);
  openAll(made);
  const used = nodesOf(world.phone.settings.tree).map((node) => node.component);
  used.forEach((component) => expect(PLATFORM).toContain(component));
  expect(faults).toEqual([]);
});

it("stands its controls at what is in force from the first start on", async () => {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  expect(settingsStorage.get("plank.in")).toBe("true");
  expect(settingsStorage.get("bird-dog.in")).toBe("false");
  settings.open();
  openAll(made);
  expect(chosenIn(made, "Level")).toBe("Full");
  expect(chosenIn(made, "Sessions a week")).toBe("3");
  expect(chosenIn(made, "First day of the week")).toBe("Mon");
  expect(chosenIn(made, "Doses")).toBe("suggest more");
  const nothing = nodesOf(settings.tree).filter(
    ({ component, props }) =>
      component === "Select" && (props["selected"] as number[])[0]! < 0,
  );
  expect(nothing).toEqual([]);
});

it("has figure, name and dose of an exercise in its switch's row", async () => {
  const { world } = await phoned();
  world.phone.settings.open();
  const row = nodesOf(world.phone.settings.tree).find(
    ({ props }) => props["label"] === "1. Hip raise",
  )!;
  expect(row.props).toMatchObject({ sublabel: "3 × 15, hold 5 s" });
  expect(row.props["icon"]).toMatch(/^data:image/);
});

it("is closed again when it is opened anew", async () => {
  const made = await phoned();
  const { settings } = made.world.phone;
  settings.open();
  settings.press("+ Pace");
  made.waits(1);
  expect(pageText(made.world)).toContain("Get ready, seconds (0–60) | 10");
  settings.press("− Pace");
  made.waits(1);
  expect(pageText(made.world)).not.toContain("Get ready, seconds");
  settings.press("+ Pace");
  made.waits(1);
  settings.close();
  settings.open();
  expect(pageText(made.world)).not.toContain("Get ready, seconds");
});

it("has the safety text one tap away, with a session in the history too", async () => {
  const made = await withWaiting(daily(1));
  made.watch.launch();
  made.waits(30);
  const { settings } = made.world.phone;
  settings.open();
  expect(pageText(made.world)).not.toContain("Get emergency help");
  settings.press("+ Safety");
  made.waits(1);
  const lines = pageText(made.world).split("\n");
  expect(lines.indexOf("Get emergency help at once for:")).toBeLessThan(6);
});

it("leaves the reverse hip raises out at one tap and shows the new minutes", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings } = world.phone;
  settings.open();
  const full = defaultRoutine();
  expect(settings.texts()).toContain("19 min · Exercises: 5");
  settings.use("reverse-hip-raise.in", false);
  full.items.splice(1, 1);
  const minutes = Math.round(routineSeconds(full) / 60);
  expect(settings.texts()).toContain(`${minutes} min · Exercises: 4`);
  expect(settings.texts()).not.toContain("19 min · Exercises: 5");
  made.waits(5);
  expect(made.sees.minutes).toBe(String(minutes));
});

it("takes a level, and a dose of one's own over it", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings } = world.phone;
  settings.open();
  chooses(made, "Level", "Starter");
  expect(chosenIn(made, "Level")).toBe("Starter");
  expect(pageText(world)).toContain("2 × 8, hold 5 s");
  expect(pageText(world)).not.toContain("Set every dose to the level");
  settings.press("+ Front plank: Dose");
  made.waits(0.1);
  types(made, "Hold, seconds (3–600)", "35");
  expect(pageText(world)).toContain("3 × 35 s");
  settings.press("Set every dose to the level (Starter)");
  made.waits(3);
  expect(pageText(world)).toContain("3 × 10 s");
  expect(world.phone.settingsStorage.get("plank.hold")).toBeUndefined();
});

it("adds an exercise of one's own, moves it up and down, and goes back to the start", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings } = world.phone;
  settings.open();
  openAll(made);
  settings.use("custom", [{ name: "Copenhagen plank" }]);
  chooses(made, "Copenhagen plank", "held for a time");
  openAll(made);
  settings.use("custom:Copenhagen plank.both", true);
  settings.press("Move up: Copenhagen plank");
  made.waits(0.1);
  settings.press("Move up: Copenhagen plank");
  made.waits(0.1);
  settings.press("Move down: Copenhagen plank");
  made.waits(0.1);
  expect(pageText(world)).toContain("5. Copenhagen plank");
  expect(pageText(world)).toContain("6. Prone cobra");
  expect(pageText(world)).not.toContain("Move up: Hip raise");
  expect(pageText(world)).not.toContain("Move down: Prone cobra");
  made.waits(5);
  expect(made.sees.minutes).toBe("22");
  settings.press("Back to the routine it came with");
  made.waits(5);
  expect(made.sees.minutes).toBe("19");
  // It is the runner's own: left out, and not lost.
  expect(settings.texts()).toContain("19 min · Exercises: 5");
  expect(chosenIn(made, "Copenhagen plank")).toBe("held for a time");
});

it("shows what a pasted code holds before it takes its place", async () => {
  const made = await phoned();
  const { world } = made;
  const { settings, settingsStorage } = world.phone;
  settings.open();
  const routine = { ...defaultRoutine(), name: "Short one" };
  routine.items = routine.items.slice(2, 4);
  openAll(made);
  settings.use("import", routineCode(routine).slice(0, -1) + "?");
  expect(pageText(world)).toContain("This code cannot be used");
  settings.press("Forget this code");
  made.waits(0.1);
  settings.use("import", ` ${routineCode(routine)}\n`);
  expect(pageText(world)).toContain("This code holds “Short one”");
  expect(settings.texts()).toContain("19 min · Exercises: 5");
  settings.press("Take it in place of my routine");
  made.waits(0.1);
  expect(sectionsOf(world)[0]).toBe("Short one");
  expect(settingsStorage.get("import")).toBeUndefined();
  made.waits(5);
  expect(made.sees).toMatchObject({
    routine: "Short one",
    minutes: "4",
  });
});

it("shows this week, totals, the last sessions, and since when the watch has the routine", async () => {
  const made = await withWaiting(daily(12));
  const { world } = made;
  world.phone.settings.open();
  openAll(made);
  expect(pageText(world)).toContain("No session yet.");
  expect(pageText(world)).toContain("Waiting for the watch");
  made.watch.launch();
  made.waits(60);
  openAll(made);
  const text = pageText(world);
  expect(text).toContain("Sessions: 12 · 205 min in all");
  expect(text).toContain("Fri, Mar 13, 2026, 08:00 · 17 min");
  expect(text).toContain("Completed: Hip raise 45 × · Side plank 120 s");
  expect(text.match(/· 17 min/g)).toHaveLength(10);
  expect(text).toMatch(/On the watch since \w{3}, \w{3} \d+, \d{4}, \d\d:\d\d/);
  expect(text).toContain("sessions waiting there: 0");
  expect(made.faults).toEqual([]);
});

it("gives the history as CSV and JSON to copy", async () => {
  const made = await withWaiting(daily(3));
  made.watch.launch();
  made.waits(30);
  const { settings } = made.world.phone;
  settings.open();
  openAll(made);
  settings.press("History as CSV");
  made.waits(1);
  expect(pageText(made.world)).toContain("2026-03-02T08:00:00+01:00,completed");
  settings.press("History as JSON");
  made.waits(1);
  expect(pageText(made.world)).toContain(`"start":${MONDAY},"offset":60`);
  settings.press("Close the export");
  made.waits(1);
  expect(pageText(made.world)).not.toContain(`"start":${MONDAY}`);
});

it("says whether the watch plays the cues", async () => {
  const made = await phoned();
  const { settings } = made.world.phone;
  settings.open();
  openAll(made);
  settings.press("Play the cues on the watch");
  made.waits(3);
  expect(settings.texts()).toContain("The watch plays them now.");
  expect(made.felt(3).length).toBeGreaterThan(0);
  made.watch.exit();
  made.waits(1);
  settings.press("Play the cues on the watch");
  made.waits(1);
  expect(settings.texts().join()).toContain("Open Runner's Core on the watch");
});

it("survives every kind of garbage under every key, on the page and in the companion", async () => {
  const made = await phoned();
  const { world } = made;
  const { phone } = world;
  const keys = allKeys(["Copenhagen plank"]);
  for (let round = 0; round < GARBAGE.length; round++) {
    keys.forEach((key, i) => {
      const value = GARBAGE[(round + i) % GARBAGE.length]!;
      phone.settingsStorage.set(key, value, "settings");
    });
    made.waits(2);
    phone.settings.open();
    // Opening every part each time would take minutes.
    if (round % 25 === 0) openAll(made);
    const parts = ["Routine", "", "Coach", "History", "About"];
    expect(sectionsOf(world).slice(-5)).toEqual(parts);
    expect(sectionsOf(world)[1]).toBe("Please check");
    expect(phone.running).toBe(true);
    phone.settings.close();
  }
  expect(made.faults).toEqual([]);
  phone.settings.open();
  phone.settings.press("Use the defaults instead");
  made.waits(3);
  expect(pageText(world)).not.toContain("Please check");
}, 120000);

it("goes back to the default routine when everything is cleared", async () => {
  const made = await phoned();
  const { phone } = made.world;
  phone.settingsStorage.set("plank.in", "false", "settings");
  made.waits(5);
  expect(made.sees.minutes).toBe("18");
  phone.settingsStorage.clear("settings");
  made.waits(5);
  expect(made.sees.minutes).toBe("19");
  expect(phone.settingsStorage.get("summary")).toBeDefined();
});
