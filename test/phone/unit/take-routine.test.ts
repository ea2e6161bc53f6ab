import fc from "fast-check";
import { undo } from "../../../phone/settings/undo";
import { writeDefaults } from "../../../phone/settings/defaults";
import { Settings, readSettings } from "../../../phone/settings/settings";
import {
  replaceRoutine,
  routineValues,
  takeRoutine,
} from "../../../phone/settings/writer";
import { routines } from "../../../verification/builders/settings";
import { MemoryStorage } from "../../../verification/builders/storage";

function read(storage: MemoryStorage): Settings {
  return readSettings((key) => storage.getItem(key));
}

function ownNames({ choices }: Settings): string[] {
  const own = choices.filter(({ exercise }) => !exercise);
  return [...new Set(own.map(({ item }) => item.name))].sort();
}

/** Settings that say this routine, as they are while the companion runs. */
function settingsOf(
  routine: Parameters<typeof routineValues>[0],
): MemoryStorage {
  const storage = new MemoryStorage();
  replaceRoutine(storage, routineValues(routine));
  storage.setItem("goal", "5");
  writeDefaults(storage);
  return storage;
}

it("a routine is taken just as it is, and what is personal stays", () => {
  fc.assert(
    fc.property(routines, routines, (before, routine) => {
      const storage = settingsOf(before);
      const then = read(storage);
      takeRoutine(storage, routine);
      const now = read(storage);
      expect(now.unusable).toEqual([]);
      expect(now.routine).toEqual({
        ...routine,
        goal: 5,
        preferences: then.routine.preferences,
      });
      expect(ownNames(now)).toEqual(expect.arrayContaining(ownNames(then)));
    }),
  );
});

it("undone, the settings are to the letter what they were", () => {
  fc.assert(
    fc.property(routines, routines, (before, routine) => {
      const storage = settingsOf(before);
      const then = new Map(storage.map);
      takeRoutine(storage, routine);
      undo(storage);
      expect(storage.map).toEqual(then);
    }),
  );
});
