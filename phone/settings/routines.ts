import { defaultRoutine } from "../../common/default-routine";
import { fieldsOf, fromJson } from "../json";
import { ROUTINES_KEY, UNREAD_ROUTINES_KEY } from "./keys";
import { isName } from "./names";
import { Values } from "./own-exercises";
import { Lookup, Reader } from "./reader";
import { isPlanKey } from "./undo";

/** Most routines that a runner can have. */
export const MAX_ROUTINES = 8;
/** The version of the stored list that this code writes, the first there was. */
export const ROUTINES_VERSION = 1;

/** One of the runner's routines. */
export interface StoredRoutine {
  /** A number as text that no other routine has. */
  id: string;
  /**
   * Its settings. Of the one on the watch, they are those from before it was
   * chosen: what holds are the settings themselves.
   */
  values: Values;
}

/** A routine that was deleted last, and where it was. */
export interface DeletedRoutine {
  routine: StoredRoutine;
  place: number;
}

/** All routines of the runner. */
export interface Routines {
  /** In the order in which they were added; `now` is among them. */
  list: StoredRoutine[];
  /** The id of the one that is the settings, and so on the watch. */
  now: string;
  /** The id of one that was chosen, until its settings are written; else empty. */
  next: string;
  /** Undefined where none was, or another came after it. */
  deleted: DeletedRoutine | undefined;
  /** The whole stored text where something in it cannot be read; else empty. */
  bad: string;
  /** Texts that could not be read before, and were set aside. */
  unread: string[];
}

/**
 * True for the settings that each routine has of its own. Level and steps are the
 * runner's: an exercise goes on where it is, whichever routine it is done in.
 */
export function isOwnKey(key: string): boolean {
  return isPlanKey(key) && key !== "level" && !/\.step$/.test(key);
}

/** The values as they are stored; undefined for anything but texts. */
function valuesFrom(stored: unknown): Values | undefined {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored))
    return undefined;
  const fields = fieldsOf(stored);
  const values: Values = {};
  const keys = Object.keys(fields);
  keys.filter(isOwnKey).forEach((key) => {
    const value = fields[key];
    if (typeof value === "string") values[key] = value;
  });
  const texts = keys.every((key) => typeof fields[key] === "string");
  return texts ? values : undefined;
}

function routineFrom(stored: unknown): StoredRoutine | undefined {
  const { id, values } = fieldsOf(stored);
  const read = valuesFrom(values);
  return typeof id === "string" && /^[1-9]\d{0,8}$/.test(id) && read
    ? { id, values: read }
    : undefined;
}

function deletedFrom(stored: unknown): DeletedRoutine | undefined {
  const { routine, place } = fieldsOf(stored);
  const read = routineFrom(routine);
  return read && typeof place === "number" && place >= 0
    ? { routine: read, place }
    : undefined;
}

function unreadFrom(text: string | null | undefined): string[] {
  const list = fromJson(text);
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is string => typeof one === "string");
}

/** The smallest number from 1 on that is no routine's id. */
export function freeId(list: ReadonlyArray<StoredRoutine>): string {
  let id = 1;
  while (list.some((one) => one.id === String(id))) id++;
  return String(id);
}

/**
 * The runner's routines. Where nothing is stored, as before there could be more
 * than one, the settings are the only one. What cannot be read, of a newer version
 * too, is left out and told in `bad`; nothing throws.
 */
export function readRoutines(lookup: Lookup): Routines {
  const text = lookup(ROUTINES_KEY);
  const unread = unreadFrom(lookup(UNREAD_ROUTINES_KEY));
  const fields = fieldsOf(fromJson(text));
  const known = fields.version === ROUTINES_VERSION;
  const stored: unknown[] =
    known && Array.isArray(fields.list) ? (fields.list as unknown[]) : [];
  const list: StoredRoutine[] = [];
  stored.forEach((one) => {
    const read = routineFrom(one);
    const twice = read && list.some(({ id }) => id === read.id);
    if (read && !twice && list.length < MAX_ROUTINES) list.push(read);
  });
  const has = (id: unknown): boolean => list.some((one) => one.id === id);
  const lost = typeof text === "string" && text !== "" && !has(fields.now);
  if (!has(fields.now)) list.unshift({ id: freeId(list), values: {} });
  return {
    list,
    now: has(fields.now) ? String(fields.now) : list[0]!.id,
    next: has(fields.next) ? String(fields.next) : "",
    deleted: deletedFrom(fields.deleted),
    bad: text && (lost || list.length < stored.length) ? text : "",
    unread,
  };
}

/** The name that settings give a routine. */
export function nameIn(values: Values): string {
  const reader = new Reader((key) => values[key]);
  return reader.text("name", defaultRoutine().name, isName);
}
