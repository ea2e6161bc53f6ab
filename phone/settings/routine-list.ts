import { NAME_LENGTH } from "../../common/limits";
import { Routine } from "../../common/routine";
import { KeyValueStore, keysOf } from "../key-value-store";
import {
  ROUTINES_KEY,
  UNDO_KEY,
  UNREAD_ROUTINES_KEY,
  isRoutineKey,
} from "./keys";
import {
  Values,
  customList,
  ownExercises,
  restingValues,
} from "./own-exercises";
import {
  MAX_ROUTINES,
  ROUTINES_VERSION,
  Routines,
  freeId,
  isOwnKey,
  nameIn,
  readRoutines,
} from "./routines";
import { readSettings } from "./settings";
import { routineValues } from "./writer";

function read(settings: KeyValueStore): Routines {
  return readRoutines((key) => settings.getItem(key));
}

/**
 * Stores the routines. What could not be read of the text before is set aside
 * first, so that nothing is lost.
 * @throws When there is no room; the text before then stays.
 */
function write(settings: KeyValueStore, routines: Routines): void {
  const { list, now, next, deleted, bad, unread } = routines;
  if (bad) {
    const aside = JSON.stringify(unread.concat(bad));
    settings.setItem(UNREAD_ROUTINES_KEY, aside);
  }
  const version = ROUTINES_VERSION;
  const stored = { version, now, next, list, deleted };
  settings.setItem(ROUTINES_KEY, JSON.stringify(stored));
}

/** The settings that are the routine's own, as they are now. */
function ownValues(settings: KeyValueStore): Values {
  const values: Values = {};
  keysOf(settings)
    .filter(isOwnKey)
    .forEach((key) => (values[key] = settings.getItem(key)!));
  return values;
}

/** The same routines, with what the settings say now for the one that they are. */
function withNow(settings: KeyValueStore, routines: Routines): Routines {
  const { now, list } = routines;
  const values = ownValues(settings);
  return {
    ...routines,
    list: list.map((one) => (one.id === now ? { id: now, values } : one)),
  };
}

/** Values of a routine, and the runner's own exercises that it does not know, left out. */
function withOwnExercises(settings: KeyValueStore, values: Values): Values {
  const own = ownExercises(settings);
  const { choices } = readSettings((key) => values[key]);
  const there = choices.filter((one) => !one.exercise).map(({ name }) => name);
  const missing = own.names.filter((name) => there.indexOf(name) < 0);
  if (!missing.length) return values;
  const whole = { ...values, custom: customList(there.concat(missing)) };
  missing.forEach((name) => Object.assign(whole, restingValues(name, own)));
  return whole;
}

/** Makes the chosen routine the settings, as `next` says; again after a death, too. */
function writeNext(settings: KeyValueStore): void {
  const routines = read(settings);
  const [chosen] = routines.list.filter(({ id }) => id === routines.next);
  if (!chosen) return;
  const values = withOwnExercises(settings, chosen.values);
  keysOf(settings)
    .filter((key) => isOwnKey(key) && !(key in values))
    .forEach((key) => settings.removeItem(key));
  Object.keys(values)
    .filter(isOwnKey)
    .forEach((key) => settings.setItem(key, values[key]!));
  settings.removeItem(UNDO_KEY);
  write(settings, { ...routines, now: chosen.id, next: "" });
}

/** Chooses the routine `next` of those given; the settings are one of them. */
function choose(
  settings: KeyValueStore,
  routines: Routines,
  next: string,
): void {
  write(settings, { ...withNow(settings, routines), next });
  writeNext(settings);
}

/**
 * Finishes a choice that a death cut off.
 * @throws When there is no room.
 */
export function finishChoice(settings: KeyValueStore): void {
  if (read(settings).next) writeNext(settings);
}

/**
 * Puts another of the runner's routines in the place of the one on the watch,
 * which is kept as it is. Level, steps, preferences and own exercises stay the
 * runner's. Does nothing for an id that there is not.
 * @throws When there is no room.
 */
export function chooseRoutine(settings: KeyValueStore, id: string): void {
  const routines = read(settings);
  const there = routines.list.some((one) => one.id === id);
  if (there && id !== routines.now) choose(settings, routines, id);
}

/** A name with the first number behind it that no other routine has. */
function freeName(name: string, others: ReadonlyArray<string>): string {
  for (let n = 2; ; n++) {
    const end = " " + n;
    const next = name.slice(0, NAME_LENGTH - end.length).trim() + end;
    if (others.indexOf(next) < 0) return next;
  }
}

/** Whether there is room for one more. */
export function hasRoom({ list }: Routines): boolean {
  return list.length < MAX_ROUTINES;
}

/** Adds a routine of these values and chooses it; nothing where there is no room for one. */
function add(settings: KeyValueStore, values: Values): void {
  const routines = withNow(settings, read(settings));
  if (!hasRoom(routines)) return;
  const id = freeId(routines.list);
  const list = routines.list.concat({ id, values });
  choose(settings, { ...routines, list }, id);
}

/**
 * Adds a copy of the routine on the watch and chooses it; nothing where there is
 * no room for one.
 * @throws When there is no room in the store.
 */
export function copyRoutine(settings: KeyValueStore): void {
  const { list } = withNow(settings, read(settings));
  const values = ownValues(settings);
  const names = list.map((one) => nameIn(one.values));
  add(settings, { ...values, name: freeName(nameIn(values), names) });
}

/**
 * Adds a routine and chooses it, at its own doses whatever the level is; nothing
 * where there is no room for one.
 * @throws When there is no room in the store.
 */
export function addRoutine(settings: KeyValueStore, routine: Routine): void {
  const runners: Values = {};
  keysOf(settings)
    .filter((key) => isRoutineKey(key) && !isOwnKey(key))
    .forEach((key) => (runners[key] = settings.getItem(key)!));
  const all = routineValues(routine, ownExercises(settings), runners);
  const values: Values = {};
  Object.keys(all)
    .filter(isOwnKey)
    .forEach((key) => (values[key] = all[key]!));
  add(settings, values);
}

/**
 * Deletes a routine that is not on the watch, until `undoDelete`; nothing for
 * another id.
 * @throws When there is no room in the store.
 */
export function deleteRoutine(settings: KeyValueStore, id: string): void {
  const routines = read(settings);
  const place = routines.list.map((one) => one.id).indexOf(id);
  if (place < 0 || id === routines.now) return;
  const list = routines.list.slice();
  const [routine] = list.splice(place, 1);
  const deleted = { routine: routine!, place };
  write(settings, { ...routines, list, deleted });
}

/**
 * Brings back the routine that was deleted last, where it was; nothing where there
 * is none, or no room for it.
 * @throws When there is no room in the store.
 */
export function undoDelete(settings: KeyValueStore): void {
  const routines = read(settings);
  const { deleted } = routines;
  if (!deleted || !hasRoom(routines)) return;
  const list = routines.list.slice();
  const taken = list.some(({ id }) => id === deleted.routine.id);
  const id = taken ? freeId(list) : deleted.routine.id;
  list.splice(deleted.place, 0, { ...deleted.routine, id });
  write(settings, { ...routines, list, deleted: undefined });
}

/**
 * Forgets what could not be read of the stored routines.
 * @throws When there is no room in the store.
 */
export function forgetUnread(settings: KeyValueStore): void {
  const routines = read(settings);
  if (routines.bad) write(settings, { ...routines, bad: "" });
  settings.removeItem(UNREAD_ROUTINES_KEY);
}
