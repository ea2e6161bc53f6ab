import * as fs from "fs";
import { sealOf } from "../../common/wire/seal";

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
