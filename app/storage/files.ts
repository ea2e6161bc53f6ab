import * as fs from "fs";

/** Where an app's files live. */
const ROOM = "/private/data/";

/**
 * Any value of ours takes fewer bytes: a routine or a record of 40 items, the
 * ids of a hundred sessions. More would be read at the cost of the watch's
 * memory.
 */
const LIMIT = 8192;

/** True when there is a file of that name. */
export function exists(name: string): boolean {
  return fs.existsSync(ROOM + name);
}

/** Deletes a file if it is there. */
export function remove(name: string): void {
  if (exists(name)) fs.unlinkSync(ROOM + name);
}

/** Stores a value as CBOR. False when there is no room. */
export function write(name: string, value: unknown): boolean {
  try {
    fs.writeFileSync(ROOM + name, value, "cbor");
    return true;
  } catch {
    return false;
  }
}

/** Reads a CBOR value; undefined when there is none that can be read. */
export function read(name: string): unknown {
  try {
    if (fs.statSync(ROOM + name).size > LIMIT) return undefined;
    return fs.readFileSync(ROOM + name, "cbor");
  } catch {
    return undefined;
  }
}

/** A number that changes with nearly any change of the value. */
function sealOf(value: unknown): number {
  const text = String(value);
  let seal = text.length;
  for (let i = 0; i < text.length; i++) {
    seal = (seal * 31 + text.charCodeAt(i)) & 0xffffff;
  }
  return seal;
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
  return exists(name) ? fs.statSync(ROOM + name).size : 0;
}

/** Reads raw bytes; empty when there are none, or more than `limit`. */
export function readBytes(name: string, limit: number): ArrayBuffer {
  const size = sizeOf(name);
  return size && size <= limit
    ? fs.readFileSync(ROOM + name)
    : new ArrayBuffer(0);
}

/**
 * Writes bytes at a place of a file, which place 0 makes; they reach it before
 * this returns. What was there before that place stays untouched.
 */
export function writeAt(name: string, bytes: ArrayBuffer, place: number): void {
  const file = fs.openSync(ROOM + name, place ? "r+" : "w");
  try {
    fs.writeSync(file, bytes, 0, bytes.byteLength, place);
  } finally {
    fs.closeSync(file);
  }
}

/** Keeps a file that cannot be read out of the way, in place of an older one. */
export function setAside(name: string): void {
  if (!exists(name)) return;
  remove("bad");
  fs.renameSync(ROOM + name, ROOM + "bad");
}

/** Names of all files. */
export function list(): string[] {
  const names: string[] = [];
  const files = fs.listDirSync(ROOM);
  for (let file = files.next(); !file.done; file = files.next()) {
    if (file.value) names.push(file.value);
  }
  return names;
}

/** The path under which the system knows a file. */
export function pathOf(name: string): string {
  return ROOM + name;
}
