import fc from "fast-check";
import { readSettings } from "../../../phone/settings/settings";
import { writeDefaults } from "../../../phone/settings/defaults";
import { forgetUnusable } from "../../../phone/settings/forget";
import {
  clearDoses,
  replaceRoutine,
  routineValues,
} from "../../../phone/settings/writer";
import {
  GARBAGE,
  allKeys,
  routines,
} from "../../../verification/builders/settings";
import { MemoryStorage } from "../../../verification/builders/storage";

function read(storage: MemoryStorage): ReturnType<typeof readSettings> {
  return readSettings((key) => storage.getItem(key));
}

it("gives untouched switches the value in force", () => {
  const storage = new MemoryStorage();
  writeDefaults(storage);
  expect(storage.getItem("hip-raise.in")).toBe("true");
  expect(storage.getItem("bird-dog.in")).toBe("false");
  expect(storage.getItem("side-plank.both")).toBe("true");
  expect(storage.getItem("strong")).toBe("false");
});

it("removes the numbers that an earlier version wrote for its sliders, and no chosen one", () => {
  const storage = new MemoryStorage();
  storage.setItem("plank.hold", "60.0");
  storage.setItem("lift", "2.50");
  storage.setItem("goal", "3.0");
  storage.setItem("cobra.hold", "60");
  const before = read(storage);
  writeDefaults(storage);
  expect(read(storage)).toEqual(before);
  expect(storage.getItem("plank.hold")).toBeNull();
  expect(storage.getItem("lift")).toBeNull();
  expect(storage.getItem("goal")).toBeNull();
  expect(storage.getItem("cobra.hold")).toBe("60");
});

it("never changes what the settings mean, and has nothing to do twice", () => {
  fc.assert(
    fc.property(
      routines,
      fc.constantFrom("starter", "standard", "full"),
      (routine, level) => {
        const storage = new MemoryStorage();
        replaceRoutine(storage, routineValues(routine));
        storage.setItem("level", level);
        const before = read(storage);
        writeDefaults(storage);
        expect(read(storage)).toEqual(before);
        const shown = [...storage.map];
        writeDefaults(storage);
        expect([...storage.map]).toEqual(shown);
      },
    ),
  );
});

it("leaves garbage where the page can point at it, until it is told to forget", () => {
  allKeys(["Mine"]).forEach((key) => {
    const storage = new MemoryStorage();
    storage.setItem("custom", '[{"name":"Mine"}]');
    const garbage = GARBAGE[13]!;
    storage.setItem(key, garbage);
    const before = read(storage);
    writeDefaults(storage);
    expect(read(storage)).toEqual(before);
    expect(storage.getItem(key)).toBe(garbage);
    forgetUnusable(storage, before);
    expect(read(storage).unusable).toEqual([]);
    expect(read(storage).routine).toEqual(before.routine);
  });
});

it("forgets a bad name without the good ones beside it", () => {
  const storage = new MemoryStorage();
  storage.setItem("custom", '[{"name":"Good"},{"name":""},{"name":"Good"}]');
  forgetUnusable(storage, read(storage));
  expect(storage.getItem("custom")).toBe('[{"name":"Good"}]');
});

it("sets every dose back to the level and nothing else", () => {
  const storage = new MemoryStorage();
  storage.setItem("plank.hold", "90");
  storage.setItem("cobra.in", "false");
  storage.setItem("rest", "20");
  clearDoses(storage);
  expect([...storage.map.keys()]).toEqual(["cobra.in", "rest", "undo"]);
});
