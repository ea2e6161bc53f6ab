import { readFileSync } from "node:fs";
import {
  type FitbitPackage,
  openPackage,
  PackageError,
  type World,
} from "../engine";
import { ArgumentError, quoted } from "./arguments";
import type { RunOptions } from "./options";
import { parseJson, readTexts, StateFault } from "./state/read-parts";

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

/** @throws ArgumentError */
function requireSettings(file: string): Record<string, string> {
  const argument = `--settings ${quoted(file)}`;
  const text = new TextDecoder().decode(requireFile(argument, file));
  try {
    return readTexts("what it holds", parseJson(text));
  } catch (error) {
    if (!(error instanceof StateFault)) throw error;
    throw new ArgumentError(`${argument}: ${error.message}`);
  }
}

/**
 * Reads the settings that the options put on the phone.
 * @returns what puts them into a world before the launch
 * @throws ArgumentError
 */
export function preparation({
  settingsFile,
}: RunOptions): (world: World) => void {
  const settings = settingsFile && requireSettings(settingsFile);
  return (world) => {
    if (settings) world.phone.settingsStorage.load(settings);
  };
}
