import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { CommandFailure } from "fitbit-simulator/run";
import { freshPackage } from "fitbit-simulator/testing";
import { figureSheet, hasFigures } from "./figure-sheet";

/** The project's folder, wherever the command was called from. */
export const ROOT = resolve(__dirname, "../..");

/** What the official toolchain makes of this project. */
export const PACKAGE = join(ROOT, "build", "app.fba");

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
function build(): void {
  const make = ["--import", "tsx", "tools/build/build.ts"];
  // A command's own output is not for what a build says.
  try {
    execFileSync(process.execPath, make, {
      cwd: ROOT,
      stdio: ["ignore", 2, 2],
    });
  } catch {
    throw new CommandFailure("build/app.fba could not be built: see above");
  }
}

/**
 * Builds this project's package when it or a picture in it is missing or out of date.
 * @throws CommandFailure when it does not build; why was printed
 */
export function freshBuild(): string {
  if (!hasFigures(ROOT, figureSheet())) build();
  return freshPackage(ROOT, [...SOURCES, "tools/build"], build);
}

if (require.main === module) freshBuild();
