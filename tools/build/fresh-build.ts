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

/** Makes the pictures of the figure when they are missing or out of date. */
function freshFigures(): void {
  if (hasFigures(ROOT, figureSheet())) return;
  const make = ["--import", "tsx", "tools/build/figures.ts"];
  execFileSync(process.execPath, make, { cwd: ROOT, stdio: "inherit" });
}

/** Builds this project's package when it is missing or out of date, its pictures first. */
export function freshBuild(): string {
  freshFigures();
  return freshPackage(ROOT, SOURCES);
}

if (require.main === module) freshBuild();
