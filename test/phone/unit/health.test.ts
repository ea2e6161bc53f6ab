import { EXERCISES } from "../../../common/exercises";
import { HEALTH } from "../../../phone/settings/health";
import { writeDefaults } from "../../../phone/settings/defaults";
import { takeRoutine } from "../../../phone/settings/writer";
import { defaultRoutine } from "../../../common/default-routine";
import { Settings, readSettings } from "../../../phone/settings/settings";
import { storeOf } from "../../../tools/phone/memory-store";

type Values = { [key: string]: string };

function read(values: Values): Settings {
  return readSettings((key) => values[key]);
}

function sent(values: Values): string[] {
  return read(values).routine.items.map(
    ({ exercise, sets, hold }) => `${exercise} ${sets}×${hold}`,
  );
}

const ALL: Values = {};
EXERCISES.forEach(({ id }) => (ALL[id + ".in"] = "true"));

function left(values: Values): string[] {
  const { items } = read({ ...ALL, ...values }).routine;
  const ids = items.map(({ exercise }) => exercise);
  return EXERCISES.map(({ id }) => id).filter((id) => !ids.includes(id));
}

it("shuts what does not go with an answer in the routine that is sent", () => {
  expect(left({})).toEqual([]);
  expect(left({ "h.spine": "true" })).toEqual(["reverse-hip-raise", "cobra"]);
  expect(left({ "h.shoulder": "true", "h.wrist": "true" })).toEqual([
    "plank",
    "side-plank",
    "bird-dog",
  ]);
});

it("opens everything when a clinician has agreed, and shuts it again when not", () => {
  const answers: Values = {};
  HEALTH.forEach((one) => (answers["h." + one] = "true"));
  const stays = ["hip-raise", "side-leg-raise", "hamstring-stretch"];
  const open = (values: Values): string[] =>
    read({ ...ALL, ...values }).routine.items.map(({ exercise }) => exercise);
  expect(open(answers)).toEqual(stays);
  expect(left({ ...answers, "h.agreed": "true" })).toEqual([]);
  expect(open({ ...answers, "h.agreed": "false" })).toEqual(stays);
});

it("brings an exercise back as the runner had it when an answer is taken back", () => {
  const store = storeOf({ "h.spine": "true" });
  writeDefaults(store);
  store.setItem("h.spine", "false");
  const { routine } = readSettings((key) => store.getItem(key));
  expect(routine).toEqual(defaultRoutine());
});

it("keeps an exercise shut that comes back with a taken routine", () => {
  const store = storeOf({ "h.spine": "true" });
  takeRoutine(store, defaultRoutine());
  const { routine } = readSettings((key) => store.getItem(key));
  expect(routine.items.map(({ exercise }) => exercise)).not.toContain("cobra");
});

it("holds for twenty seconds at most with a heart answer, at every level and with own doses", () => {
  const heart = { "h.heart": "true" };
  expect(sent(heart)).toEqual([
    "hip-raise 3×5",
    "reverse-hip-raise 3×2",
    "plank 3×20",
    "side-plank 3×20",
    "cobra 4×20",
  ]);
  expect(sent({ ...heart, level: "starter" })).toContain("plank 3×10");
  expect(sent({ ...heart, "plank.hold": "45", "plank.sets": "2" })).toContain(
    "plank 2×20",
  );
  expect(sent({ ...heart, "h.agreed": "true" })).toContain("plank 1×60");
  const stretch = { ...heart, "hamstring-stretch.in": "true" };
  expect(sent(stretch)).toContain("hamstring-stretch 2×30");
});

it("never sends an exercise that is shut, even where it was the only one", () => {
  const only: Values = {};
  EXERCISES.forEach(({ id }) => (only[id + ".in"] = String(id === "cobra")));
  expect(sent(only)).toEqual(["cobra 3×30"]);
  const settings = read({ ...only, "h.neck": "true" });
  expect(settings.empty).toBe(false);
  expect(settings.routine.items.map(({ exercise }) => exercise)).toEqual([
    "hip-raise",
  ]);
});

it("takes no for an answer that cannot be used, and says so", () => {
  const settings = read({ "h.spine": "yes", "cobra.eases": "perhaps" });
  expect(settings.routine).toEqual(defaultRoutine());
  expect(settings.unusable).toEqual([
    { key: "h.spine", value: '"yes"', used: "false" },
    { key: "cobra.eases", value: '"perhaps"', used: "false" },
  ]);
});
