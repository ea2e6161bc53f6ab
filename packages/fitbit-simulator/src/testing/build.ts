import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the official toolchain reads, by name inside a project's folder. */
const SOURCES: readonly string[] = [
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

function isStale(folder: string, sources: readonly string[]): boolean {
  const built = join(folder, "build", "app.fba");
  if (!existsSync(built)) return true;
  const times = sources.map((name) => newest(join(folder, name)));
  return Math.max(...times) > statSync(built).mtimeMs;
}

/**
 * Builds the package of a project's folder with the `fitbit-build` of the `@fitbit/sdk` that is
 * installed for it.
 * @throws Error with what it printed when the sources do not build
 */
export function buildPackage(folder: string): void {
  const require = createRequire(join(folder, "package.json"));
  const manifest = require.resolve("@fitbit/sdk/package.json");
  const { bin } = require(manifest) as { bin: Record<string, string> };
  const cli = join(dirname(manifest), bin["fitbit-build"]!);
  try {
    execFileSync(process.execPath, [cli], { cwd: folder, stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    throw new Error(`fitbit-build failed:\n${stdout}${stderr}`.trim());
  }
}

/**
 * The package of a project's folder, built first when it is missing or older than one of the
 * `sources`, which are names inside the folder.
 * @param build makes `build/app.fba` in the folder
 * @returns the path of the package
 * @throws Error as `build`, by itself as {@link buildPackage}
 */
export function freshPackage(
  folder: string,
  sources: readonly string[] = SOURCES,
  build: (folder: string) => void = buildPackage,
): string {
  if (isStale(folder, sources)) build(folder);
  return join(folder, "build", "app.fba");
}
