import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { CommandFailure } from "fitbit-simulator/run";
import { freshPackage } from "fitbit-simulator/testing";
import { hasFigures } from "./figure-sheet";
import {
  type Generation,
  PACKAGES,
  SDK4_RESOURCES,
  figureSheets,
} from "./packages";

/** The project's folder, wherever the command was called from. */
export const ROOT = resolve(__dirname, "../..");

/** What the official toolchain makes of this project, for the newer watches. */
export const PACKAGE = join(ROOT, PACKAGES[6]);

/** All that goes into the package. */
export const SOURCES = [
  "app",
  "common",
  "companion",
  "phone",
  "settings",
  "resources",
  "package.json",
];

/** @throws CommandFailure; why was printed */
function build(generation: Generation): void {
  const sdk = String(generation);
  const make = ["--import", "tsx", "tools/build/build.ts", "--sdk", sdk];
  // A command's own output is not for what a build says.
  try {
    execFileSync(process.execPath, make, {
      cwd: ROOT,
      stdio: ["ignore", 2, 2],
    });
  } catch {
    throw new CommandFailure(
      `${PACKAGES[generation]} could not be built: see above`,
    );
  }
}

/**
 * Builds a package of this project when it or a picture in it is missing or out of date.
 * @param generation of the watches that it is for; the newer ones when left out
 * @throws CommandFailure when it does not build; why was printed
 */
export function freshBuild(generation: Generation = 6): string {
  const make = () => build(generation);
  const sheets = figureSheets(generation);
  if (!sheets.every((sheet) => hasFigures(ROOT, sheet))) make();
  const more = generation === 4 ? ["app-sdk4", SDK4_RESOURCES] : [];
  return freshPackage(
    ROOT,
    [...SOURCES, ...more, "tools/build"],
    make,
    join(ROOT, PACKAGES[generation]),
  );
}

if (require.main === module) freshBuild();
