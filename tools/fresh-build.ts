import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/** The project's folder, wherever the command was called from. */
export const ROOT = resolve(__dirname, "..");

/** What the official toolchain makes of this project. */
export const PACKAGE = join(ROOT, "build", "app.fba");

/** All that goes into the package. */
export const SOURCES = [
  "app",
  "common",
  "companion",
  "settings",
  "resources",
  "package.json",
];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

/** True when there is no package newer than every source of `folder`. */
export function isStale(folder: string): boolean {
  const built = join(folder, "build", "app.fba");
  if (!existsSync(built)) return true;
  const sources = SOURCES.map((name) => newest(join(folder, name)));
  return Math.max(...sources) > statSync(built).mtimeMs;
}

/**
 * Builds the package of `folder` with `fitbit-build`, the only builder there
 * is. Throws with what it printed when the sources do not build.
 */
export function build(folder: string): void {
  const require = createRequire(join(ROOT, "package.json"));
  const sdk = dirname(require.resolve("@fitbit/sdk/package.json"));
  const { bin } = require("@fitbit/sdk/package.json") as {
    bin: Record<string, string>;
  };
  const cli = join(sdk, bin["fitbit-build"]!);
  try {
    execFileSync(process.execPath, [cli], { cwd: folder, stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    throw new Error(`fitbit-build failed:\n${stdout}${stderr}`.trim());
  }
}

/** Builds this project's package when it is missing or out of date. */
export function freshBuild(): string {
  if (isStale(ROOT)) build(ROOT);
  return PACKAGE;
}
