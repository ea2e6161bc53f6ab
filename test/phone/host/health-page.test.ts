import { disposeWorlds } from "fitbit-simulator/testing";
import { nodesOf, openAll, pageText, phoned } from "./phone";

afterEach(disposeWorlds);

it("leaves out at once, on page and watch, what does not go with an answer, and says why", async () => {
  const made = await phoned();
  const { settings } = made.world.phone;
  settings.open();
  openAll(made);
  settings.use("h.spine", true);
  made.waits(5);
  const text = pageText(made.world);
  expect(text).toContain(
    "Left out because of your answers: Reverse hip raise · Prone cobra",
  );
  expect(text).toContain(
    "Prone cobra | Left out because of: Narrowed spinal canal, cracked or slipped vertebra. To change this, see Health.",
  );
  expect(settings.texts()).toContain("12 min · Exercises: 3");
  expect(made.sees.minutes).toBe("12");
  settings.use("h.agreed", true);
  made.waits(5);
  expect(made.sees.minutes).toBe("19");
  expect(pageText(made.world)).not.toContain("Left out because");
  expect(made.faults).toEqual([]);
});

it("has no switch for an exercise that is shut", async () => {
  const made = await phoned();
  const { settings } = made.world.phone;
  settings.open();
  openAll(made);
  settings.use("h.wrist", true);
  made.waits(2);
  const switches = nodesOf(settings.tree)
    .filter(({ component }) => component === "Toggle")
    .map(({ props }) => props["settingsKey"]);
  expect(switches).toContain("plank.in");
  expect(switches).not.toContain("bird-dog.in");
});

it("tells at the dose that holds are capped, and offers no longer ones", async () => {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  settings.open();
  settingsStorage.set("plank.hold", "45", "settings");
  made.waits(1);
  openAll(made);
  settings.use("h.heart", true);
  made.waits(3);
  const text = pageText(made.world);
  expect(text).toContain(
    "Holds of 20 s at most because of your answer about the heart: Front plank · Side plank · Prone cobra",
  );
  expect(text).toContain("3 × 20 s");
  expect(text).toContain("Hold, seconds (3–20) | 20");
});
