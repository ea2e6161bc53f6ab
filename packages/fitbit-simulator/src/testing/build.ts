import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { openPackage } from "../engine";
import { CommandFailure } from "../run";

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

/** When the newest of a project's sources changed, in milliseconds; a file that is gone counts too. */
export function newestSource(folder: string): number {
  return Math.max(...SOURCES.map((name) => newest(join(folder, name))));
}

function isStale(
  built: string,
  folder: string,
  sources: readonly string[],
): boolean {
  if (!existsSync(built)) return true;
  const times = sources.map((name) => newest(join(folder, name)));
  return Math.max(...times) > statSync(built).mtimeMs;
}

/** Runs the toolchain as `fitbit-build` does, but into the folder that is given. */
const TOOLCHAIN = `const [sdk, into] = process.argv.slice(1);
const ofSdk = require("node:module").createRequire(sdk);
const { build } = ofSdk(".");
build({ dest: ofSdk("vinyl-fs").dest(into) }).catch((error) => {
  process.exitCode = 1;
  if (error) console.error(error);
});`;

/**
 * Builds the package of a project's folder with the toolchain that is installed for it. The
 * package is made beside the one that is there and takes its place when it is whole.
 * @param name of the toolchain's module, where an older one is installed by another name
 * @throws CommandFailure with what it printed when the sources do not build, or without the SDK
 */
export function buildPackage(folder: string, name = "@fitbit/sdk"): void {
  const sdk = sdkOf(folder, name);
  const built = packageOf(folder);
  const place = dirname(built);
  mkdirSync(place, { recursive: true });
  removeLeft(place);
  const beside = join(place, `${BESIDE}${process.pid}`);
  const began = new Date();
  try {
    execFileSync(process.execPath, ["-e", TOOLCHAIN, sdk, beside], {
      cwd: folder,
      stdio: "pipe",
      encoding: "utf8",
    });
    const made = join(beside, "app.fba");
    const fault = faultOf(made);
    if (fault !== undefined) throw new Error(`what it made: ${fault}`);
    // Sources that changed meanwhile are newer.
    utimesSync(made, began, began);
    renameSync(made, built);
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Failed;
    throw new CommandFailure(
      `fitbit-build failed:\n${stdout + stderr || message}`,
    );
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function sdkOf(folder: string, name: string): string {
  try {
    return createRequire(join(folder, "package.json")).resolve(name);
  } catch {
    throw new CommandFailure(
      `${folder} has no ${name}: nothing is built; npm install there brings it`,
    );
  }
}

/** What is thrown when the toolchain fails, or something else does. */
type Failed = Error & { stdout?: string; stderr?: string };

function packageOf(folder: string): string {
  return join(folder, "build", "app.fba");
}

/** Folders in which packages are made are named so, with the number of the process. */
const BESIDE = "new-";

/** Removes what builds that were killed have left. */
function removeLeft(place: string): void {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(BESIDE) || lives(name.slice(BESIDE.length))) continue;
    rmSync(join(place, name), { recursive: true, force: true });
  }
}

function lives(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Why a file is no whole package; undefined when it is one. */
function faultOf(file: string): string | undefined {
  try {
    openPackage(new Uint8Array(readFileSync(file)));
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
}

/**
 * The package of a project's folder, built first when it is missing, older than one of the
 * `sources`, which are names inside the folder, or does not open, which is told.
 * @param build makes the package of the folder
 * @param built the package, `build/app.fba` when left out
 * @returns the path of the package
 * @throws Error as `build`, by itself as {@link buildPackage}
 */
export function freshPackage(
  folder: string,
  sources: readonly string[] = SOURCES,
  build: (folder: string) => void = buildPackage,
  built = packageOf(folder),
): string {
  const stale = isStale(built, folder, sources);
  const fault = stale ? undefined : faultOf(built);
  if (fault !== undefined) {
    console.error(`${built} does not open (${fault}): it is built again`);
  }
  if (stale || fault !== undefined) build(folder);
  return built;
}
