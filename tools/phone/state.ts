import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KeyValueStore } from "../../phone/key-value-store";

/** What the phone keeps under keys, both storages of the app. */
export interface PhoneStorages {
  local: Record<string, string>;
  settings: Record<string, string>;
}

/** Their files in a state folder: JSON objects of strings. */
const FILES: ReadonlyArray<[keyof PhoneStorages, string]> = [
  ["local", join("phone", "local-storage.json")],
  ["settings", join("phone", "settings.json")],
];

/** A file that holds something else; the message says which and what. */
export class PhoneStateError extends Error {}

/** Reads a JSON object of strings, as the platform stores values. */
export function readStrings(file: string): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    throw new PhoneStateError(`"${file}" cannot be read: ${why}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new PhoneStateError(`"${file}" is no JSON object`);
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text === "string") continue;
    const found = JSON.stringify(text).slice(0, 40);
    throw new PhoneStateError(
      `"${file}": ${key} is ${found}; allowed: a string`,
    );
  }
  return value as Record<string, string>;
}

/** Reads what the phone held; undefined when no phone was there yet. */
export function loadPhone(folder: string): PhoneStorages | undefined {
  const storages: PhoneStorages = { local: {}, settings: {} };
  let any = false;
  for (const [name, file] of FILES) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    storages[name] = readStrings(path);
    any = true;
  }
  return any ? storages : undefined;
}

/** Stores what the phone holds in a folder, in place of what was there. */
export function savePhone(folder: string, storages: PhoneStorages): void {
  for (const [name, file] of FILES) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(storages[name], undefined, 1) + "\n");
  }
}

/** An object of strings as the storage that the phone's code works on. */
export function keyed(strings: Record<string, string>): KeyValueStore {
  return {
    get length() {
      return Object.keys(strings).length;
    },
    key: (index) => Object.keys(strings)[index] ?? null,
    getItem: (key) => (Object.hasOwn(strings, key) ? strings[key]! : null),
    setItem: (key, value) => void (strings[key] = value),
    removeItem: (key) => void delete strings[key],
  };
}
