import { customItem, defaultRoutine } from "../../../common/default-routine";
import { routineCode } from "../../../phone/routine-code/code";
import type { Routine } from "../../../common/routine";
import { disposeWorlds } from "fitbit-simulator/testing";
import type { Wearer } from "../../support/host";
import { chooses, chosenIn, openAll, pageText, phoned } from "./phone";

afterEach(disposeWorlds);

/** A runner with preferences, a goal and an own exercise, the page open. */
async function settled(): Promise<Wearer> {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  settings.open();
  openAll(made);
  settings.use("strong", true);
  settings.use("keepScreenOn", true);
  settings.use("halfway", false);
  chooses(made, "Sessions a week", "5");
  settings.use("custom", [{ name: "Step down" }]);
  chooses(made, "Step down", "held for a time");
  settingsStorage.set("custom:Step down.hold", "45", "settings");
  settingsStorage.set("cobra.sets", "5", "settings");
  made.waits(3);
  openAll(made);
  return made;
}

/** Plank and side plank of a friend, named so. */
function planks(): Routine {
  const routine = { ...defaultRoutine(), name: "Planks" };
  routine.items = routine.items.slice(2, 4);
  return routine;
}

function valuesOf({ world }: Wearer, ...keys: string[]): unknown[] {
  return keys.map((key) => world.phone.settingsStorage.get(key));
}

function takes(made: Wearer, routine: Routine): void {
  const { settings } = made.world.phone;
  settings.use("import", routineCode(routine));
  made.waits(1);
  settings.press("Take it in place of my routine");
  made.waits(3);
}

const PERSONAL = ["strong", "keepScreenOn", "halfway", "goal"];
const OWN = ["custom", "custom:Step down.kind", "custom:Step down.hold"];

it("a code brings the routine; preferences, goal and own exercises stay", async () => {
  const made = await settled();
  const before = valuesOf(made, ...PERSONAL, ...OWN);
  takes(made, planks());
  expect(made.sees).toMatchObject({ routine: "Planks", minutes: "4" });
  expect(valuesOf(made, ...PERSONAL, ...OWN)).toEqual(before);
  expect(valuesOf(made, "custom:Step down.in")).toEqual(["false"]);
});

it("one tap undoes an import", async () => {
  const made = await settled();
  const { settings } = made.world.phone;
  const { minutes } = made.sees;
  takes(made, planks());
  settings.press("Undo: my routine as it was before");
  made.waits(3);
  expect(made.sees).toMatchObject({ routine: "Runner's Core", minutes });
  expect(pageText(made.world)).toContain("5 × 30 s");
  expect(pageText(made.world)).toContain("6. Step down");
  expect(pageText(made.world)).not.toContain("Undo");
});

it.each([
  "Back to the routine it came with",
  "Set every dose to the level (Full)",
])(
  "one tap undoes “%s”, which leaves what is personal alone",
  async (label) => {
    const made = await settled();
    const { settings } = made.world.phone;
    const before = valuesOf(made, ...PERSONAL, "custom");
    settings.press(label);
    made.waits(3);
    expect(pageText(made.world)).not.toContain("5 × 30 s");
    expect(valuesOf(made, ...PERSONAL, "custom")).toEqual(before);
    settings.press("Undo: my routine as it was before");
    made.waits(3);
    expect(pageText(made.world)).toContain("5 × 30 s");
  },
);

it("the preview of a code says what would change", async () => {
  const made = await settled();
  const { settings } = made.world.phone;
  const routine = { ...planks(), ready: 5 };
  routine.items[0]!.hold = 90;
  routine.items[1]!.rest = 10;
  routine.items.push(customItem("Bridge march", "reps", 1));
  settings.use("import", routineCode(routine));
  const text = pageText(made.world);
  expect(text).toContain("Front plank | 1 × 60 s → 1 × 90 s");
  expect(text).toContain(
    "Side plank | 1 × 60 s each side · Rest between sets, seconds: 30 → 10",
  );
  expect(text).toContain("Bridge march | New: 2 × 10, hold 2 s");
  expect(text).toContain("Name: Runner's Core → Planks");
  expect(text).toContain("Get ready, seconds: 10 → 5");
  expect(text).toContain(
    "No longer in: Hip raise, Reverse hip raise, Prone cobra, Step down",
  );
  expect(text).toContain("Your cues, your goal and your own exercises stay.");
});

it("the preview of one's own code says that nothing changes", async () => {
  const made = await phoned();
  made.world.phone.settings.open();
  openAll(made);
  made.world.phone.settings.use("import", routineCode(defaultRoutine()));
  expect(pageText(made.world)).toContain("Nothing changes");
});

it("an own exercise that was deleted begins anew when it is added again", async () => {
  const made = await settled();
  const { settings, settingsStorage } = made.world.phone;
  settings.use("custom", []);
  made.waits(3);
  const left = Object.keys(settingsStorage.entries());
  expect(left.filter((key) => key.startsWith("custom:"))).toEqual([]);
  settings.use("custom", [{ name: "Step down" }]);
  made.waits(3);
  expect(chosenIn(made, "Step down")).toBe("counted in reps");
  expect(pageText(made.world)).not.toContain("45 s");
});
