import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
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

function build(): void {
  const make = ["--import", "tsx", "tools/build/build.ts"];
  execFileSync(process.execPath, make, { cwd: ROOT, stdio: "inherit" });
}

/** Builds this project's package when it or a picture in it is missing or out of date. */
export function freshBuild(): string {
  if (!hasFigures(ROOT, figureSheet())) build();
  return freshPackage(ROOT, [...SOURCES, "tools/build"], build);
}

if (require.main === module) freshBuild();
