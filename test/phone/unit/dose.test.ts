import fc from "fast-check";
import { routineFault } from "../../../common/limits";
import { customKey } from "../../../phone/settings/keys";
import { forgetUnusable } from "../../../phone/settings/forget";
import { Settings, readSettings } from "../../../phone/settings/settings";
import { MemoryStorage } from "../../../verification/builders/storage";

type Values = { [key: string]: string };

function storageOf(values: Values): MemoryStorage {
  const storage = new MemoryStorage();
  Object.entries(values).forEach(([key, value]) => storage.setItem(key, value));
  return storage;
}

function read(storage: MemoryStorage): Settings {
  return readSettings((key) => storage.getItem(key));
}

function item(settings: Settings, key: string): Settings["choices"][0]["item"] {
  return settings.choices.find((choice) => choice.key === key)!.item;
}

const NOTHING_HELD = { "hip-raise.hold": "0", "hip-raise.rest": "20" };

it("raises the reps that are too few for a quick pace, and keeps the rest of the dose", () => {
  const settings = read(
    storageOf({
      ...NOTHING_HELD,
      lift: "0.5",
      lower: "0.5",
      "hip-raise.sets": "8",
      "hip-raise.reps": "2",
    }),
  );
  expect(item(settings, "hip-raise")).toMatchObject({
    ...{ sets: 8, reps: 3, lift: 0.5, hold: 0, lower: 0.5, rest: 20 },
  });
  expect(settings.unusable).toEqual([
    { key: "hip-raise.reps", value: "2", used: "3", why: "set" },
  ]);
});

it("raises the hold of reps that would take no time", () => {
  const settings = read(
    storageOf({
      ...NOTHING_HELD,
      lift: "0",
      lower: "0",
      "hip-raise.sets": "8",
    }),
  );
  expect(item(settings, "hip-raise")).toMatchObject({
    ...{ sets: 8, reps: 15, hold: 1, rest: 20 },
  });
  expect(settings.unusable).toEqual([
    { key: "hip-raise.hold", value: "0", used: "1", why: "rep" },
  ]);
});

it("raises a hold that is too short, and keeps its sets", () => {
  const settings = read(storageOf({ "plank.hold": "1", "plank.sets": "4" }));
  expect(item(settings, "plank")).toMatchObject({ sets: 4, hold: 3 });
  expect(settings.unusable).toEqual([
    { key: "plank.hold", value: "1", used: "3", why: "set" },
  ]);
});

const quick = fc.constantFrom("0", "0.5", "1", "2");
const few = fc.constantFrom("1", "2", "3");
/** Doses around the shortest ones, for two counted exercises and a held one. */
const shortDoses = fc
  .record(
    {
      lift: quick,
      lower: quick,
      level: fc.constantFrom("starter", "standard", "full"),
      "hip-raise.hold": quick,
      "hip-raise.reps": few,
      "hip-raise.lift": quick,
      "custom:Mine.hold": quick,
      "custom:Mine.lower": quick,
      "plank.hold": quick,
    },
    { requiredKeys: [] },
  )
  .map((values) => ({ ...values, custom: '[{"name":"Mine"}]' }) as Values);

it("keeps every value that can be, whatever the others are", () => {
  fc.assert(
    fc.property(shortDoses, (values) => {
      const settings = read(storageOf(values));
      expect(routineFault(settings.routine)).toBeUndefined();
      const noted = settings.unusable.map(({ key }) => key);
      for (const { key, item: dose } of settings.choices) {
        for (const field of ["reps", "hold", "lift", "lower"] as const) {
          const name = `${key}.${field}`;
          if (!values[name] || noted.includes(name)) continue;
          expect([name, String(dose[field])]).toEqual([name, values[name]]);
        }
      }
    }),
  );
});

it("is free of notes once the defaults are asked for, also where the pace is the cause", () => {
  fc.assert(
    fc.property(shortDoses, (values) => {
      const storage = storageOf(values);
      forgetUnusable(storage, read(storage));
      expect(read(storage).unusable).toEqual([]);
    }),
  );
});

it("leaves out for good the exercises that are more than forty, when asked for the defaults", () => {
  const names = Array.from({ length: 40 }, (_, i) => `Step ${i}`);
  const values: Values = {
    custom: JSON.stringify(names.map((name) => ({ name }))),
  };
  const storage = storageOf(values);
  expect(read(storage).unusable).toHaveLength(5);
  const { routine } = read(storage);
  forgetUnusable(storage, read(storage));
  expect(read(storage).unusable).toEqual([]);
  expect(read(storage).routine).toEqual(routine);
  expect(storage.getItem(customKey("Step 39") + ".in")).toBe("false");
});
