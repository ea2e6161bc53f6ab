import * as fs from "fs";

/** Where the system keeps the files of an app. */
const FOLDER = "/private/data/";

/**
 * Any value of ours takes fewer bytes: a routine or a record of 40 items, the
 * ids of a hundred sessions. A larger file is not read: it would take too much
 * of the watch's memory.
 */
const LIMIT = 8192;

/** True when there is a file of that name. */
export function exists(name: string): boolean {
  return fs.existsSync(FOLDER + name);
}

/** Deletes a file if it is there. */
export function remove(name: string): void {
  if (exists(name)) fs.unlinkSync(FOLDER + name);
}

/** Stores a value as CBOR. False when there is no room. */
export function write(name: string, value: unknown): boolean {
  try {
    fs.writeFileSync(FOLDER + name, value, "cbor");
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes up so many bytes of room with a file of zeros, if there is that much. As
 * raw bytes, it takes the least of the watch's memory.
 */
export function takeRoom(name: string, bytes: number): void {
  try {
    fs.writeFileSync(FOLDER + name, new ArrayBuffer(bytes));
  } catch {
    // A watch without room has none to keep.
  }
}

/** Reads a CBOR value; undefined when there is none that can be read. */
export function read(name: string): unknown {
  try {
    if (fs.statSync(FOLDER + name).size > LIMIT) return undefined;
    return fs.readFileSync(FOLDER + name, "cbor");
  } catch {
    return undefined;
  }
}

/** The seal of what was folded in so far, less its length's part. */
let seal = 0;
/** 31 to the power of the length of what was folded in, and that length. */
let power = 1;
let folded = 0;

/**
 * Folds the text of a list into the seal, lists in it as if they were not there.
 * The text is never made as a whole: it would take too much of the watch's memory.
 */
function fold(list: unknown[]): void {
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (i) foldText(",");
    if (entry instanceof Array) fold(entry);
    else foldText(String(entry));
  }
}

function foldText(text: string): void {
  for (let i = 0; i < text.length; i++) {
    seal = (seal * 31 + text.charCodeAt(i)) & 0xffffff;
    power = (power * 31) & 0xffffff;
    folded++;
  }
}

/**
 * A number that changes with nearly any change of the list: its text's length,
 * then the codes of its letters, each added to 31 times what was before.
 */
function sealOf(list: unknown): number {
  seal = folded = 0;
  power = 1;
  if (list instanceof Array) fold(list);
  return (folded * power + seal) & 0xffffff;
}

/** Stores a list under a seal, so that `readSealed` can trust it. */
export function writeSealed(name: string, value: unknown[]): boolean {
  return write(name, [value, sealOf(value)]);
}

/**
 * Reads a list as `writeSealed` stored it. Undefined for a missing file, a
 * torn write, and anything that this app has not written.
 */
export function readSealed<T>(name: string): T | undefined {
  const stored = read(name) as [unknown, number] | undefined;
  return stored && stored[1] === sealOf(stored[0])
    ? (stored[0] as T)
    : undefined;
}

/** Bytes of a file; 0 when there is none. */
export function sizeOf(name: string): number {
  return exists(name) ? fs.statSync(FOLDER + name).size : 0;
}

/** Reads raw bytes; empty when there are none, or more than `limit`. */
export function readBytes(name: string, limit: number): ArrayBuffer {
  const size = sizeOf(name);
  return size && size <= limit
    ? fs.readFileSync(FOLDER + name)
    : new ArrayBuffer(0);
}

/**
 * Writes bytes at a place of a file, counted in bytes; place 0 makes the file
 * anew. They are in the file when this returns.
 * @throws when there is no room.
 */
export function writeAt(name: string, bytes: ArrayBuffer, place: number): void {
  const file = fs.openSync(FOLDER + name, place ? "r+" : "w");
  try {
    fs.writeSync(file, bytes, 0, bytes.byteLength, place);
  } finally {
    fs.closeSync(file);
  }
}

/** Moves a file that cannot be read to "bad", in place of an older one there. */
export function setAside(name: string): void {
  if (!exists(name)) return;
  remove("bad");
  fs.renameSync(FOLDER + name, FOLDER + "bad");
}

/** Names of all files. */
export function list(): string[] {
  const names: string[] = [];
  const files = fs.listDirSync(FOLDER);
  for (let file = files.next(); !file.done; file = files.next()) {
    if (file.value) names.push(file.value);
  }
  return names;
}

/** The path under which the system knows a file. */
export function pathOf(name: string): string {
  return FOLDER + name;
}
