import fc from "fast-check";
import { defaultRoutine } from "../../../common/default-routine";
import { Routine } from "../../../common/routine";
import { writeDefaults } from "../../../phone/settings/defaults";
import {
  choicesOf,
  readCoachSettings,
} from "../../../phone/settings/coach-settings";
import { ROUTINES_KEY } from "../../../phone/settings/keys";
import {
  addRoutine,
  chooseRoutine,
  copyRoutine,
  deleteRoutine,
  finishChoice,
  forgetUnread,
  undoDelete,
} from "../../../phone/settings/routine-list";
import {
  MAX_ROUTINES,
  Routines,
  nameIn,
  readRoutines,
} from "../../../phone/settings/routines";
import { readSettings } from "../../../phone/settings/settings";
import { takeRoutine } from "../../../phone/settings/writer";
import { GARBAGE, routines } from "../../../verification/builders/settings";
import {
  DyingProcess,
  DyingStorage,
  MemoryStorage,
} from "../../../verification/builders/storage";

function routineOf(storage: MemoryStorage): Routine {
  return readSettings((key) => storage.getItem(key)).routine;
}

function listOf(storage: MemoryStorage): Routines {
  return readRoutines((key) => storage.getItem(key));
}

/** The names of the runner's routines, the settings' own for the one on the watch. */
function names(storage: MemoryStorage): string[] {
  const { list, now } = listOf(storage);
  return list.map(({ id, values }) =>
    id === now ? routineOf(storage).name : nameIn(values),
  );
}

/** A phone of before, with a routine of the runner's. */
function phoneWith(routine: Routine): MemoryStorage {
  const storage = new MemoryStorage();
  takeRoutine(storage, routine);
  storage.setItem("goal", "5");
  storage.setItem("halfway", "false");
  writeDefaults(storage);
  return storage;
}

const named = (name: string): Routine => ({ ...defaultRoutine(), name });
const LEVELS = ["starter", "standard", "full"];

it("is one routine where nothing was stored, as on a phone of before", () => {
  const storage = phoneWith(named("Evening"));
  expect(names(storage)).toEqual(["Evening"]);
  expect(storage.getItem(ROUTINES_KEY)).toBeNull();
});

it("adds a routine at its own doses, whatever the level; what is the runner's stays", () => {
  fc.assert(
    fc.property(
      routines,
      routines,
      fc.constantFrom(...LEVELS),
      (before, routine, level) => {
        const storage = phoneWith(before);
        storage.setItem("level", level);
        const { preferences } = routineOf(storage);
        addRoutine(storage, routine);
        expect(routineOf(storage)).toEqual({
          ...routine,
          goal: 5,
          preferences,
        });
        expect(storage.getItem("level")).toBe(level);
      },
    ),
  );
});

it("goes to another routine and back without a change of either", () => {
  fc.assert(
    fc.property(routines, routines, (first, second) => {
      const storage = phoneWith(first);
      const before = routineOf(storage);
      addRoutine(storage, second);
      const after = routineOf(storage);
      chooseRoutine(storage, "1");
      expect(routineOf(storage)).toEqual(before);
      chooseRoutine(storage, "2");
      expect(routineOf(storage)).toEqual(after);
    }),
  );
});

it("keeps the steps of the coach when another routine is chosen", () => {
  const storage = phoneWith(named("Long"));
  storage.setItem("plank.step", "2");
  copyRoutine(storage);
  storage.setItem("plank.step", "3");
  chooseRoutine(storage, "1");
  expect(storage.getItem("plank.step")).toBe("3");
});

it("gives the coach the same steps of all that is in both", () => {
  const storage = phoneWith(named("Long"));
  storage.setItem("plank.step", "2");
  const items = (): unknown => {
    const lookup = (key: string): string | null => storage.getItem(key);
    return choicesOf(readSettings(lookup), readCoachSettings(lookup)).items;
  };
  const before = items();
  copyRoutine(storage);
  expect(items()).toEqual(before);
  chooseRoutine(storage, "1");
  expect(items()).toEqual(before);
});

it("dies anywhere in a choice, and has all of one of the two after the next start", () => {
  fc.assert(
    fc.property(routines, routines, fc.nat(200), (first, second, writes) => {
      const storage = phoneWith(first);
      const before = routineOf(storage);
      addRoutine(storage, second);
      const after = routineOf(storage);
      chooseRoutine(storage, "1");
      const dying = new DyingStorage(storage, new DyingProcess(writes));
      chooseRoutine(dying, "2");
      finishChoice(storage);
      const { now } = listOf(storage);
      expect(routineOf(storage)).toEqual(now === "1" ? before : after);
      chooseRoutine(storage, now === "1" ? "2" : "1");
      expect(routineOf(storage)).toEqual(now === "1" ? after : before);
    }),
  );
});

it("takes the runner's own exercises along, left out", () => {
  const storage = phoneWith(named("Long"));
  copyRoutine(storage);
  storage.setItem("custom", '[{"name":"Step down"}]');
  storage.setItem("custom:Step down.hold", "45");
  chooseRoutine(storage, "1");
  const { choices } = readSettings((key) => storage.getItem(key));
  const own = choices.find(({ name }) => name === "Step down")!;
  expect(own.item).toMatchObject({ included: false, hold: 45 });
});

it("gives copies names that no other has, and has room for eight", () => {
  const storage = phoneWith(named("A name of just thirty letters."));
  for (let n = 1; n < 12; n++) copyRoutine(storage);
  expect(names(storage)).toHaveLength(MAX_ROUTINES);
  expect(new Set(names(storage)).size).toBe(MAX_ROUTINES);
  expect(names(storage)[7]).toBe("A name of just thirty letter 8");
});

it("deletes a routine that is not on the watch, and brings it back where it was", () => {
  const storage = phoneWith(named("One"));
  addRoutine(storage, named("Two"));
  addRoutine(storage, named("Three"));
  deleteRoutine(storage, "3");
  expect(names(storage)).toEqual(["One", "Two", "Three"]);
  deleteRoutine(storage, "2");
  expect(names(storage)).toEqual(["One", "Three"]);
  addRoutine(storage, named("Four"));
  undoDelete(storage);
  undoDelete(storage);
  expect(names(storage)).toEqual(["One", "Two", "Three", "Four"]);
  chooseRoutine(storage, listOf(storage).list[1]!.id);
  expect(routineOf(storage).name).toBe("Two");
});

it.each([
  ...GARBAGE,
  '{"version":2,"now":"1","list":[{"id":"1","values":{}}]}',
  '{"version":1,"now":"7","list":[{"id":"1","values":{}}]}',
  '{"version":1,"now":"1","list":[{"id":"1","values":{"name":5}}]}',
  '{"version":1,"now":"1","list":[{"id":"1","values":{}},{"id":"1","values":{}}]}',
])("loses nothing of a list that cannot be read: %#", (text) => {
  const storage = phoneWith(named("Mine"));
  storage.setItem(ROUTINES_KEY, text);
  expect(names(storage)).toContain("Mine");
  expect(listOf(storage).bad).toBe(text);
  copyRoutine(storage);
  expect(listOf(storage)).toMatchObject({
    bad: "",
    unread: text ? [text] : [],
  });
  expect(names(storage)).toEqual(expect.arrayContaining(["Mine", "Mine 2"]));
  forgetUnread(storage);
  expect(listOf(storage).unread).toEqual([]);
});

it("is the same list when it is written and read, and never throws", () => {
  const texts = fc.oneof(fc.string(), fc.json());
  fc.assert(
    fc.property(texts, texts, (text, unread) => {
      const lookup = (key: string): string =>
        key === ROUTINES_KEY ? text : unread;
      const { list, now } = readRoutines(lookup);
      expect(list.filter(({ id }) => id === now)).toHaveLength(1);
    }),
  );
});
