import type { ProgramName } from "../events";
import {
  Allowance,
  type Archive,
  openArchive,
  type SealedArchive,
} from "./archive";
import { PackageError } from "./error";
import {
  type DeviceManifest,
  type PackageManifest,
  readDeviceManifest,
  readPackageManifest,
  readPhoneManifest,
} from "./manifest";

/** The part of a package that one watch model runs. */
export interface WatchBundle {
  readonly target: string;
  readonly manifest: DeviceManifest;
  readonly files: Archive;
  /** A text file of the bundle, or undefined. */
  text(path: string): string | undefined;
}

/** The part of a package that the phone runs. */
export interface PhoneBundle {
  readonly companion: string | undefined;
  readonly settings: string | undefined;
}

/** An opened `.fba`. */
export interface FitbitPackage {
  readonly manifest: PackageManifest;
  /** Code names of the watch models it was built for, e.g. `atlas`. */
  readonly targets: readonly string[];
  /** @throws PackageError when the package has no bundle for this model, or a damaged one */
  watch(target: string): WatchBundle;
  readonly phone: PhoneBundle;
  /**
   * The text of the source map of one of a program's files; undefined when there is none.
   * @param target the watch model, of a file of the watch
   */
  sourceMap(
    program: ProgramName,
    target: string,
    file: string,
  ): string | undefined;
}

/**
 * Opens a package as `fitbit-build` makes it, of SDK 4 to 6. What is for a further model, and the
 * source maps, are inflated when they are asked for: that is most of a package.
 * @throws PackageError with one line that says what is wrong
 */
export function openPackage(bytes: Uint8Array): FitbitPackage {
  const allowance = new Allowance();
  const outer = openArchive(bytes, "the package", allowance);
  const inner = inside(outer, allowance);
  const manifest = readPackageManifest(
    required(outer, "manifest.json", "the package"),
  );
  const bundles = new Map<string, () => WatchBundle>();
  for (const [target, filename] of manifest.watch) {
    bundles.set(target, openWatch(inner(filename), target, filename));
  }
  const watch = (target: string): WatchBundle => {
    const bundle = bundles.get(target);
    if (bundle !== undefined) return bundle();
    throw new PackageError(
      `the package has nothing for ${target}, only for ${[...bundles.keys()].join(", ")}`,
    );
  };
  const [first] = bundles.keys();
  if (first !== undefined) watch(first);
  return {
    manifest,
    targets: [...bundles.keys()],
    watch,
    phone: openPhone(inner, manifest.companion),
    sourceMap: (program, target, file) => {
      const path = manifest.sourceMap(program, target, file);
      return path === undefined ? undefined : text(outer.file(path));
    },
  };
}

/** Opens a zip of the package by its name. */
type Inner = (filename: string) => SealedArchive;

/** Looks through a bundle; what it answers inflates it. */
function openWatch(
  archive: SealedArchive,
  target: string,
  filename: string,
): () => WatchBundle {
  const manifest = readDeviceManifest(
    required(archive, "manifest.json", filename),
    filename,
  );
  for (const path of [manifest.main, manifest.view]) {
    if (!archive.has(path)) throw new PackageError(`${filename} lacks ${path}`);
  }
  return () => {
    const files = archive.files();
    return { target, manifest, files, text: (path) => text(files.get(path)) };
  };
}

function openPhone(inner: Inner, filename: string | undefined): PhoneBundle {
  if (filename === undefined) {
    return { companion: undefined, settings: undefined };
  }
  const archive = inner(filename);
  const { companion, settings } = readPhoneManifest(
    required(archive, "manifest.json", filename),
    filename,
  );
  const files = archive.files();
  return {
    companion: text(files.get(companion)),
    settings: text(files.get(settings)),
  };
}

/** Opens each zip inside a package once, however many models it is said to be for. */
function inside(outer: SealedArchive, allowance: Allowance): Inner {
  const opened = new Map<string, SealedArchive>();
  return (filename) => {
    const known = opened.get(filename);
    if (known !== undefined) return known;
    const bytes = outer.file(filename);
    if (bytes === undefined) {
      throw new PackageError(`the package lacks ${filename}`);
    }
    const archive = openArchive(bytes, filename, allowance);
    opened.set(filename, archive);
    return archive;
  };
}

function required(archive: SealedArchive, path: string, label: string): string {
  const found = text(archive.file(path));
  if (found === undefined) throw new PackageError(`${label} has no ${path}`);
  return found;
}

function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}
