import type { SettingsNode } from "fitbit-simulator";
import { disposeWorlds } from "fitbit-simulator/testing";
import type { Wearer } from "../../support/host";
import { nodesOf, pageText, phoned } from "./phone";

afterEach(disposeWorlds);

async function opened(values: Record<string, string>): Promise<Wearer> {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  for (const [key, value] of Object.entries(values)) {
    settingsStorage.set(key, value, "settings");
  }
  made.waits(3);
  settings.open();
  return made;
}

function sliderOf({ world }: Wearer, key: string): SettingsNode["props"] {
  return nodesOf(world.phone.settings.tree).find(
    ({ component, props }) =>
      component === "Slider" && props["settingsKey"] === key,
  )!.props;
}

/** Types a text into the field below a slider. */
function types(made: Wearer, key: string, text: string): void {
  const { settings } = made.world.phone;
  const nodes = nodesOf(settings.tree);
  const slider = nodes.findIndex(
    ({ component, props }) =>
      component === "Slider" && props["settingsKey"] === key,
  );
  const field = nodes
    .slice(slider)
    .find(({ component }) => component === "TextInput")!;
  settings.call((field.props["onChange"] as { fn: number }).fn, text);
  made.waits(3);
}

const QUICK = {
  lift: "0.5",
  lower: "0.5",
  "hip-raise.hold": "0",
  "hip-raise.sets": "8",
  "hip-raise.reps": "2",
};

it("says which value gave way and why, and its slider stands at what is in force", async () => {
  const made = await opened(QUICK);
  expect(pageText(made.world)).toContain(
    "Hip raise: Reps a set: 2 cannot be used. In force: 3. A set has to last at least 3 s.",
  );
  expect(sliderOf(made, "hip-raise.reps")).toMatchObject({ min: 3, max: 50 });
  expect(pageText(made.world)).toContain("8 × 3, hold 0 s");
});

it("is free of notes after the defaults were asked for, also where the pace is the cause", async () => {
  const made = await opened({
    lift: "0",
    lower: "0",
    "hip-raise.hold": "0",
    "reverse-hip-raise.hold": "0.5",
  });
  expect(pageText(made.world)).toContain(
    "Reverse hip raise: Hold at the top, seconds: 0.5 cannot be used. In force: 1. A rep has to last at least 1 s.",
  );
  made.world.phone.settings.press("Use the defaults instead");
  made.waits(3);
  expect(pageText(made.world)).not.toContain("cannot be used");
});

it("names an own exercise as the runner does, number sign and all", async () => {
  const made = await opened({
    custom: '[{"name":"Step #2"}]',
    "custom:Step #2.reps": "many",
  });
  expect(pageText(made.world)).toContain(
    'Step #2: Reps a set: "many" cannot be used. In force: 10.',
  );
});

it("takes any hold and rest that there can be, typed where no slider reaches", async () => {
  const made = await opened({});
  types(made, "plank.hold", "185");
  types(made, "plank.rest", " 250 ");
  types(made, "cobra.hold", "12,5");
  types(made, "lift", "15");
  const text = pageText(made.world);
  expect(text).toContain("1 × 185 s");
  expect(text).toContain("3 × 12.5 s");
  expect(text).toContain("Rest between sets, seconds: 250");
  expect(text).toContain("Way up of a rep, seconds: 15");
  expect(text).not.toContain("cannot be used");
  types(made, "plank.hold", "");
  expect(pageText(made.world)).toContain("1 × 60 s");
});

it("has sliders that stand at short and odd times", async () => {
  const made = await opened({ "plank.hold": "3", "side-plank.hold": "12.5" });
  expect(sliderOf(made, "plank.hold")).toMatchObject({ min: 3, step: 5 });
  expect(sliderOf(made, "side-plank.hold")).toMatchObject({
    min: 5,
    step: 0.5,
  });
});

it("tells a routine of seconds in seconds", async () => {
  const values: Record<string, string> = { ready: "2", "cobra.sets": "1" };
  for (const id of ["hip-raise", "reverse-hip-raise", "plank", "side-plank"]) {
    values[`${id}.in`] = "false";
  }
  const made = await opened({ ...values, "cobra.hold": "12" });
  expect(pageText(made.world)).toContain("14 s · Exercises: 1");
  expect(pageText(made.world)).not.toContain("0 min");
});
