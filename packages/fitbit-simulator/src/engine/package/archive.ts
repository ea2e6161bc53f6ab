import { type UnzipFileFilter, unzipSync } from "fflate";
import { PackageError } from "./error";

/** No real package comes near these; what does is a mistake or an attack. */
const MAX_FILES = 2000;
const MAX_BYTES = 32 * 1024 * 1024;
/** A large file that shrinks more than this holds next to nothing. */
const LARGE = 1024 * 1024;
const MAX_RATIO = 100;

/** The files of a zip, by path. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** What a package and the zips in it may hold together; each that is opened takes its share. */
export class Allowance {
  private files = MAX_FILES;
  private bytes = MAX_BYTES;

  /** @throws PackageError when there is no room left for one more file of this size */
  take(size: number, label: string): void {
    this.files -= 1;
    this.bytes -= size;
    if (this.files < 0) {
      throw new PackageError(`${label} holds more than ${MAX_FILES} files`);
    }
    if (!(this.bytes >= 0)) {
      throw new PackageError(
        `${label} would unpack to more than ${MAX_BYTES / 1024 / 1024} MB`,
      );
    }
  }
}

/** A zip that was looked through: its files are inflated when they are asked for. */
export interface SealedArchive {
  has(path: string): boolean;
  /** One file, inflated anew each time; undefined when there is none. @throws PackageError when it is damaged */
  file(path: string): Uint8Array | undefined;
  /** All files, inflated the first time. @throws PackageError when one is damaged */
  files(): Archive;
}

/**
 * Opens a zip whose content is not trusted: names and sizes are checked, nothing is inflated yet.
 * A zip in it stays as it is.
 * @param label what the zip is, for messages, e.g. `device-atlas.zip`
 * @throws PackageError
 */
export function openArchive(
  bytes: Uint8Array,
  label: string,
  allowance: Allowance,
): SealedArchive {
  if (bytes.length < 4) throw new PackageError(`${label} is empty or cut off`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new PackageError(`${label} is not a zip file`);
  }
  const sizes = new Map<string, number>();
  inflate(bytes, label, ({ name, size, originalSize }) => {
    checkName(name, label);
    if (sizes.has(name)) {
      throw new PackageError(`${label} holds ${quoted(name)} twice`);
    }
    sizes.set(name, originalSize);
    allowance.take(originalSize, label);
    if (originalSize > LARGE && originalSize > MAX_RATIO * size) {
      throw new PackageError(
        `${label}: ${quoted(name)} would unpack to more than ${MAX_RATIO} times its size`,
      );
    }
    return false;
  });
  const unpack = (wanted: (name: string) => boolean): Archive => {
    const files = new Map(
      Object.entries(inflate(bytes, label, ({ name }) => wanted(name))),
    );
    for (const [name, content] of files) {
      if (content.length !== sizes.get(name)) {
        throw new PackageError(
          `${label}: ${quoted(name)} is not of the size it says; the zip is damaged`,
        );
      }
    }
    return files;
  };
  let all: Archive | undefined;
  return {
    has: (path) => sizes.has(path),
    file: (path) =>
      sizes.has(path) ? unpack((name) => name === path).get(path) : undefined,
    files: () => (all ??= unpack((name) => !name.endsWith("/"))),
  };
}

/** The files of a zip that a filter lets through. @throws PackageError */
function inflate(
  bytes: Uint8Array,
  label: string,
  filter: UnzipFileFilter,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError(`${label} is cut off or damaged`);
  }
}

function checkName(name: string, label: string): void {
  const parts = name.split("/");
  const rooted = name.startsWith("/") || /^[a-z]:/i.test(name);
  if (rooted || /[\\\0]/.test(name) || parts.includes("..")) {
    throw new PackageError(
      `${label} holds a file with a path that leads outside: ${quoted(name)}`,
    );
  }
}

/** A name as a message can show it: in quotes, on one line, not too long. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
