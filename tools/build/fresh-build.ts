import { join, resolve } from "node:path";
import { freshPackage } from "fitbit-simulator/testing";

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

/** Builds this project's package when it is missing or out of date. */
export function freshBuild(): string {
  return freshPackage(ROOT, SOURCES);
}

if (require.main === module) freshBuild();
