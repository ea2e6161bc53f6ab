import { strFromU8, unzipSync, type Zippable, zipSync } from "fflate";
import { Allowance, openArchive } from "../engine/package/archive";
import { PackageError } from "../engine/package/error";
import { ArgumentError } from "../run/arguments";

/** What of a package goes to a watch. */
export interface WatchApp {
  readonly uuid: string;
  /** The device API that it was built for, such as `8.2.0`; `*` for any. */
  readonly api: string;
  /** The zip of each model that it was built for, by code name. */
  readonly bundles: ReadonlyMap<string, Uint8Array>;
}

/** A package's manifest, as far as it is read here; version 6 is that of every SDK since 2.0. */
interface Manifest {
  readonly manifestVersion?: unknown;
  readonly appId?: unknown;
  readonly sdkVersion?: { readonly deviceApi?: unknown };
  readonly components?: {
    readonly watch?: Readonly<Record<string, { readonly filename?: unknown }>>;
  };
}

/** @throws PackageError or SyntaxError */
function read(bytes: Uint8Array): WatchApp {
  const archive = openArchive(bytes, "it", new Allowance());
  const text = archive.file("manifest.json");
  if (!text) throw new PackageError("it has no manifest.json");
  const manifest = JSON.parse(strFromU8(text)) as Manifest;
  const { appId, manifestVersion, sdkVersion, components } = manifest;
  if (manifestVersion !== 6 || typeof appId !== "string") {
    throw new PackageError("its manifest.json is of another version than 6");
  }
  const bundles = new Map<string, Uint8Array>();
  for (const [family, { filename }] of Object.entries(
    components?.watch ?? {},
  )) {
    const bundle = archive.file(String(filename));
    if (!bundle) throw new PackageError(`${String(filename)} is missing`);
    bundles.set(family, bundle);
  }
  if (!bundles.size) throw new PackageError("it has no watch app");
  return {
    uuid: appId,
    api: String(sdkVersion?.deviceApi ?? "1.0.0"),
    bundles,
  };
}

/**
 * Reads a package of any SDK.
 * @param label what the file is called in a message
 * @throws ArgumentError when it is none
 */
export function readWatchApp(bytes: Uint8Array, label: string): WatchApp {
  try {
    return read(bytes);
  } catch (error) {
    const why = error instanceof PackageError ? error.message : "no manifest";
    throw new ArgumentError(`${label} is no Fitbit package: ${why}`);
  }
}

/** The time that each file of a changed zip has: the same content gives the same bytes. */
const MTIME = new Date(2020, 0, 1);

/** The files of a bundle, by path. */
export type BundleFiles = Readonly<Record<string, Uint8Array>>;

/** The same app with other files in the bundle of each model; packed quickly, for one use. */
export function withChange(
  app: WatchApp,
  change: (files: BundleFiles) => BundleFiles,
): WatchApp {
  const bundles = new Map<string, Uint8Array>();
  for (const [family, bundle] of app.bundles) {
    const files: Zippable = { ...change(unzipSync(bundle)) };
    bundles.set(family, zipSync(files, { mtime: MTIME, level: 1 }));
  }
  return { ...app, bundles };
}
