import { disposeWorlds } from "fitbit-simulator/testing";
import type { Wearer } from "../../support/host";
import { openAll, pageText, phoned, types } from "./phone";

afterEach(disposeWorlds);

async function opened(values: Record<string, string>): Promise<Wearer> {
  const made = await phoned();
  const { settings, settingsStorage } = made.world.phone;
  for (const [key, value] of Object.entries(values)) {
    settingsStorage.set(key, value, "settings");
  }
  made.waits(3);
  settings.open();
  return openAll(made);
}

const QUICK = {
  lift: "0.5",
  lower: "0.5",
  "hip-raise.hold": "0",
  "hip-raise.sets": "8",
  "hip-raise.reps": "2",
};

it("says which value gave way and why, and its field shows what is in force", async () => {
  const made = await opened(QUICK);
  const text = pageText(made.world);
  expect(text).toContain(
    "Hip raise: Reps per set: 2 cannot be used. In force: 3. A set has to last at least 3 s.",
  );
  expect(text).toContain("Reps per set (3–50) | 3");
  expect(text).toContain("8 × 3, hold 0 s");
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
    'Step #2: Reps per set: "many" cannot be used. In force: 10.',
  );
});

it("takes any hold, rest and pace that there can be", async () => {
  const made = await phoned();
  const { settings } = made.world.phone;
  settings.open();
  const inDose = (name: string, fields: Array<[string, string]>): void => {
    settings.press(`+ ${name}: Dose`);
    made.waits(0.1);
    for (const [label, value] of fields) types(made, label, value);
    settings.press(`− ${name}: Dose`);
    made.waits(0.1);
  };
  inDose("Front plank", [
    ["Hold, seconds (3–600)", "185"],
    ["Rest between sets, seconds (0–300)", " 250 "],
  ]);
  inDose("Prone cobra", [["Hold, seconds (3–600)", "12,5"]]);
  openAll(made);
  types(made, "Way up of a rep, seconds (0–600)", "15");
  const text = pageText(made.world);
  expect(text).toContain("1 × 185 s");
  expect(text).toContain("3 × 12.5 s");
  expect(text).toContain("Rest between sets, seconds (0–300) | 250");
  expect(text).toContain("Way up of a rep, seconds (0–600) | 15");
  expect(text).not.toContain("cannot be used");
});

it("has the default again when a field is emptied", async () => {
  const made = await phoned();
  made.world.phone.settings.open();
  made.world.phone.settings.press("+ Front plank: Dose");
  made.waits(0.1);
  types(made, "Hold, seconds (3–600)", "90");
  expect(pageText(made.world)).toContain("1 × 90 s");
  types(made, "Hold, seconds (3–600)", "");
  expect(pageText(made.world)).toContain("1 × 60 s");
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
