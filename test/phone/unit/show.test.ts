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

it("gives untouched controls the value in force, for platform's parsers too", () => {
  const storage = new MemoryStorage();
  writeDefaults(storage);
  expect(storage.getItem("hip-raise.in")).toBe("true");
  expect(storage.getItem("bird-dog.in")).toBe("false");
  expect(Number(storage.getItem("plank.hold"))).toBe(60);
  expect(Number(storage.getItem("cobra.rest"))).toBe(5);
  expect(JSON.parse(storage.getItem("lift")!)).toBe(2);
  expect(storage.getItem("side-plank.both")).toBe("true");
});

it("does not count as chosen: level and pace still rule", () => {
  const storage = new MemoryStorage();
  writeDefaults(storage);
  storage.setItem("level", "starter");
  storage.setItem("rest", "45");
  expect(read(storage).routine.items[2]!.hold).toBe(10);
  expect(read(storage).routine.items[0]!.rest).toBe(45);
  writeDefaults(storage);
  expect(Number(storage.getItem("plank.hold"))).toBe(10);
  expect(Number(storage.getItem("hip-raise.rest"))).toBe(45);
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
