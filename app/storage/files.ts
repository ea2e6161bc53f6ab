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
 * Takes up so many bytes of room with a file, if there is that much. As raw bytes,
 * it takes the least of the watch's memory.
 */
export function takeRoom(name: string, bytes: number): void {
  try {
    const room = new Uint8Array(bytes);
    // As the file of a text, which whatever reads the folder can read.
    room[0] = 0x79;
    room[1] = (bytes - 3) >> 8;
    room[2] = bytes - 3;
    fs.writeFileSync(FOLDER + name, room.buffer);
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
 * Folds the text of a value into the seal. That of a list is never made as a
 * whole: it would take too much of the watch's memory.
 */
function fold(value: unknown): void {
  if (value instanceof Array) {
    for (let i = 0; i < value.length; i++) {
      if (i) fold(",");
      fold(value[i]);
    }
    return;
  }
  const text = String(value);
  for (let i = 0; i < text.length; i++) {
    seal = (seal * 31 + text.charCodeAt(i)) & 0xffffff;
    power = (power * 31) & 0xffffff;
    folded++;
  }
}

/**
 * A number that changes with nearly any change of the value: its text's length,
 * then the codes of its letters, each added to 31 times what was before.
 */
function sealOf(value: unknown): number {
  seal = folded = 0;
  power = 1;
  fold(value);
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
