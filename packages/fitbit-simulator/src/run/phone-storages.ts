import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the phone keeps for an app: the companion's `localStorage` and the settings. */
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

/**
 * Reads a JSON object of strings, as the platform stores values.
 * @throws PhoneStateError when the file cannot be read or holds something else
 */
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

/**
 * Reads the phone's storages of a state folder; undefined when it has none yet.
 * @throws PhoneStateError
 */
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

/** Writes the phone's storages into a state folder, in place of what was there. */
export function savePhone(folder: string, storages: PhoneStorages): void {
  for (const [name, file] of FILES) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(storages[name], undefined, 1) + "\n");
  }
}
