import fc from "fast-check";
import { EXERCISES } from "../../../common/exercises";
import { defaultRoutine } from "../../../common/default-routine";
import { routineFault } from "../../../common/limits";
import { LEVELS } from "../../../phone/settings/levels";
import { Settings, readSettings } from "../../../phone/settings/settings";
import { routineSeconds } from "../../../common/routine";
import { GARBAGE, allKeys } from "../../../verification/builders/settings";

type Values = { [key: string]: string };

function read(values: Values): Settings {
  return readSettings((key) =>
    Object.prototype.hasOwnProperty.call(values, key) ? values[key] : null,
  );
}

function item(settings: Settings, key: string): Settings["choices"][0]["item"] {
  return settings.choices.find((choice) => choice.key === key)!.item;
}

it("gives the default routine before anything was set", () => {
  const settings = read({});
  expect(settings.routine).toEqual(defaultRoutine());
  expect(settings.unusable).toEqual([]);
  expect(settings.choices).toHaveLength(EXERCISES.length);
});

it("leaves the reverse hip raises out at one tap, with the new total time", () => {
  const without = read({ "reverse-hip-raise.in": "false" });
  expect(without.routine.items.map(({ exercise }) => exercise)).toEqual([
    "hip-raise",
    "plank",
    "side-plank",
    "cobra",
  ]);
  const saved = 15 + 3 * 15 * 6 + 2 * 30;
  expect(routineSeconds(without.routine)).toBe(
    routineSeconds(defaultRoutine()) - saved,
  );
});

it("reads each value as the platform's components write it", () => {
  const settings = read({
    "plank.hold": "45",
    "plank.rest": '{"name":"20"}',
    "bird-dog.in": "true",
    level: '{"values":[{"name":"Débutant","value":"starter"}],"selected":[0]}',
    custom: '[{"name":"Copenhagen plank"}]',
    "custom:Copenhagen plank.kind":
      '{"values":[{"name":"Hold","value":"hold"}],"selected":[1]}',
    "custom:Copenhagen plank.both": "true",
    name: '{"name":"Evening"}',
    goal: "4",
    strong: "true",
  });
  expect(settings.unusable).toEqual([]);
  expect(settings.level).toBe("starter");
  expect(settings.routine.goal).toBe(4);
  expect(settings.routine.name).toBe("Evening");
  expect(settings.routine.preferences.strength).toBe("strong");
  expect(item(settings, "plank")).toMatchObject({ hold: 45, rest: 20 });
  expect(item(settings, "bird-dog").included).toBe(true);
  expect(item(settings, "custom:Copenhagen plank")).toMatchObject({
    kind: "hold",
    sides: 2,
    included: true,
  });
});

it("lets the pace rule every exercise that has no own rest or speed", () => {
  const settings = read({
    rest: "45",
    lift: "3",
    "reverse-hip-raise.lift": "1",
  });
  expect(item(settings, "hip-raise")).toMatchObject({ rest: 45, lift: 3 });
  expect(item(settings, "reverse-hip-raise").lift).toBe(1);
  expect(item(settings, "cobra").rest).toBe(5);
  expect(item(settings, "plank").lift).toBe(0);
});

it("keeps the order that was chosen and skips what is gone", () => {
  const order = JSON.stringify(["cobra", "custom:Gone", "plank"]);
  const settings = read({ order });
  expect(settings.unusable).toEqual([]);
  expect(settings.routine.items.map(({ exercise }) => exercise)).toEqual([
    "cobra",
    "plank",
    "hip-raise",
    "reverse-hip-raise",
    "side-plank",
  ]);
});

it("says so when nothing is included", () => {
  const values: Values = {};
  EXERCISES.forEach(({ id }) => (values[id + ".in"] = "false"));
  expect(read(values).empty).toBe(true);
});

describe("levels", () => {
  const doses = (level: string): string[] =>
    read({ level }).routine.items.map(
      ({ sets, reps, hold }) => `${sets}×${reps} ${hold} s`,
    );

  it("start with repeats of ten seconds, few reps and two sets", () => {
    expect(doses("starter")).toEqual([
      "2×8 5 s",
      "2×8 2 s",
      "3×1 10 s",
      "3×1 10 s",
      "5×1 10 s",
    ]);
  });

  it("go two thirds of the way before the full dose", () => {
    expect(doses("standard")).toEqual([
      "3×10 5 s",
      "3×10 2 s",
      "3×1 20 s",
      "3×1 20 s",
      "4×1 20 s",
    ]);
    const { items } = read({ level: "standard" }).routine;
    expect(items.map(({ rest }) => rest)).toEqual([30, 30, 10, 10, 5]);
  });

  it("leave stretches and own exercises as long as they are", () => {
    const own = { custom: '[{"name":"Mine"}]' };
    const kept = ["hamstring-stretch", "childs-pose", "custom:Mine"];
    const starter = read({ ...own, level: "starter" });
    const full = read(own);
    for (const key of kept) {
      expect(item(starter, key)).toEqual(item(full, key));
    }
    expect(item(starter, "childs-pose")).toMatchObject({ sets: 2, hold: 30 });
  });

  it("never ask for more than the next one, in any exercise", () => {
    const work = (level: string): number[] =>
      read({ level }).choices.map(
        ({ item: { sets, reps, hold, lift, lower } }) =>
          sets * reps * (hold + lift + lower),
      );
    const [starter, standard, full] = LEVELS.map(work);
    EXERCISES.forEach((_, i) => {
      expect(starter![i]).toBeLessThanOrEqual(standard![i]!);
      expect(standard![i]).toBeLessThanOrEqual(full![i]!);
    });
  });
});

describe("garbage", () => {
  const own = ["Copenhagen plank"];
  const usual = { custom: '[{"name":"Copenhagen plank"}]' };
  const keys = allKeys(own);

  function expectUsable(settings: Settings): void {
    if (!settings.empty) expect(routineFault(settings.routine)).toBeUndefined();
    settings.unusable.forEach((note) => {
      expect(keys).toContain(note.key);
      expect(note.value.length).toBeLessThanOrEqual(45);
    });
  }

  it("has fifty kinds", () => expect(new Set(GARBAGE).size).toBe(50));

  it.each(keys)("under %s leaves a valid routine and a note", (key) => {
    const plain = read(key === "custom" ? {} : usual);
    GARBAGE.forEach((value) => {
      const settings = read({ ...usual, [key]: value });
      expectUsable(settings);
      settings.unusable.forEach((note) => expect(note.key).toBe(key));
      // Either the default stands in and a note says so, or it was usable.
      const wrong = settings.unusable.some(({ why }) => !why);
      if (wrong && key !== "custom") {
        expect(settings.routine).toEqual(plain.routine);
      }
    });
  });

  it("under every key at once is noted for all of them", () => {
    const values: Values = {};
    keys.forEach((key) => (values[key] = "garbage"));
    const settings = read(values);
    expect({ ...settings.routine, name: "Runner's Core" }).toEqual(
      defaultRoutine(),
    );
    expect(new Set(settings.unusable.map(({ key }) => key)).size).toBe(
      settings.unusable.length,
    );
    expectUsable(settings);
  });

  it("of any kind is survived", () => {
    const values = fc.dictionary(fc.constantFrom(...keys), fc.string(), {
      maxKeys: 30,
    });
    fc.assert(fc.property(values, (given) => expectUsable(read(given))));
  });

  it("that is no text at all is noted", () => {
    const lookup = (key: string): string | null =>
      key === "ready" ? (5 as unknown as string) : null;
    expect(readSettings(lookup).unusable).toEqual([
      { key: "ready", value: "5", used: "10" },
    ]);
  });
});
