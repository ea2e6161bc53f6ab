import { readFileSync } from "node:fs";
import {
  type FitbitPackage,
  openPackage,
  PackageError,
  type World,
} from "../engine";
import { ArgumentError } from "./arguments";
import type { RunOptions } from "./options";
import { PhoneStateError, readStrings } from "./phone-storages";
import { loadState } from "./state-folder";

/**
 * Reads a file that an argument names.
 * @param argument what the message begins with, such as `--routine "a.json"`
 * @throws ArgumentError
 */
export function requireFile(argument: string, file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new ArgumentError(`${argument} cannot be read`);
  }
}

/**
 * Opens the package that an argument names.
 * @throws ArgumentError when it cannot be read or is no package
 */
export function requirePackage(argument: string, file: string): FitbitPackage {
  try {
    return openPackage(requireFile(argument, file));
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    throw new ArgumentError(`${argument}: ${error.message}`);
  }
}

function requireSettings(file: string): Record<string, string> {
  try {
    return readStrings(file);
  } catch (error) {
    if (!(error instanceof PhoneStateError)) throw error;
    throw new ArgumentError(`--settings: ${error.message}`);
  }
}

/**
 * Reads what the options put on watch and phone.
 * @returns what puts it into a world before the launch
 * @throws ArgumentError, also when the state folder is read
 */
export function preparation({
  settingsFile,
  stateFolder,
}: RunOptions): (world: World) => void {
  const settings = settingsFile && requireSettings(settingsFile);
  return (world) => {
    if (stateFolder) loadState(stateFolder, world);
    if (settings) world.phone.settingsStorage.load(settings);
  };
}
