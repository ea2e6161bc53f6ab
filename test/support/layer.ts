import { join } from "node:path";
import { build } from "esbuild";
import type { FitbitPackage, WorldOptions } from "fitbit-simulator";
import { inlinePackage, observe } from "fitbit-simulator/testing";
import { Wearer, builtPackage } from "./host";

/** Imports of a driver are relative to this folder. */
const FOLDER = join(__dirname, "../layer");

/**
 * The simulator's modules have no mark of an ES module, but the `default` of
 * one: esbuild takes it only where it finds the mark.
 */
const MARKED = `require = (function (plain) {
  return function (name) {
    var found = plain(name);
    found.__esModule = true;
    return found;
  };
})(require);`;

const packages = new Map<string, Promise<FitbitPackage>>();

/** The driver and all that it imports, as one file for the watch. */
async function bundle(driver: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    stdin: { contents: driver, resolveDir: FOLDER, loader: "ts" },
    bundle: true,
    write: false,
    format: "cjs",
    // What is no path is a module of the SDK.
    packages: "external",
    // Nor is what drivers do without: all in one file would be too large for a watch.
    external: ["./coach"],
    target: "es2020",
    banner: { js: MARKED },
    logLevel: "silent",
  });
  // A name that a module does not export is a warning only.
  if (warnings.length) throw new Error(warnings[0]!.text);
  return outputFiles[0]!.text;
}

/** The app's package, with the driver in place of the app. */
async function packageOf(driver: string): Promise<FitbitPackage> {
  const { files, text } = builtPackage().watch("atlas");
  const resources = [...files].filter(([path]) => !path.startsWith("app/"));
  return inlinePackage({
    app: await bundle(driver),
    files: Object.fromEntries(resources),
    permissions: [...builtPackage().manifest.requestedPermissions],
    device: JSON.parse(text("manifest.json")!) as object,
  });
}

/** A watch on which a driver runs in place of the app. */
export class Driven extends Wearer {
  /** What the driver told, in order. */
  get told(): unknown[] {
    return this.observed
      .of("log")
      .filter(({ level }) => level === "log")
      .map(({ message }) => JSON.parse(message) as unknown);
  }
}

/** For `beforeAll`: loads the bundler, the package and the engine. */
export async function loadLayer(): Promise<void> {
  await drive("");
}

/**
 * Runs a driver on a watch: a few lines of TypeScript that import modules of
 * the app and call them. The modules talk to the simulator's own system, with
 * the app's views, styles and languages around them.
 * @param options also `prepare`, which is called before the launch
 * @throws Error when an import of the driver leads nowhere, or the driver fails
 * at the launch
 */
export async function drive(
  driver: string,
  options: WorldOptions & { prepare?: (made: Driven) => unknown } = {},
): Promise<Driven> {
  const { prepare, ...world } = options;
  if (!packages.has(driver)) packages.set(driver, packageOf(driver));
  const pkg = await packages.get(driver)!;
  const made: Driven = new Driven(
    await observe(pkg, { ...world, onEvent: (event) => made.notice(event) }),
  );
  prepare?.(made);
  made.watch.launch();
  if (!made.watch.running) throw new Error(made.faults.join("\n"));
  return made;
}
