import { unzipSync } from "fflate";
import { PackageError } from "./error";

/** No real package comes near these; what does is a mistake or an attack. */
const MAX_FILES = 2000;
const MAX_BYTES = 64 * 1024 * 1024;

/** The files of a zip, by path. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/**
 * Opens a zip whose content is not trusted: names and sizes are checked before anything is
 * inflated.
 * @param label what the zip is, for messages, e.g. `device-atlas.zip`
 * @throws PackageError
 */
export function openArchive(bytes: Uint8Array, label: string): Archive {
  if (bytes.length < 4) throw new PackageError(`${label} is empty or cut off`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new PackageError(`${label} is not a zip file`);
  }
  let files = 0;
  let total = 0;
  let unzipped: Record<string, Uint8Array>;
  try {
    unzipped = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        checkName(name, label);
        files += 1;
        total += originalSize;
        if (files > MAX_FILES) {
          throw new PackageError(`${label} holds more than ${MAX_FILES} files`);
        }
        if (total > MAX_BYTES) {
          throw new PackageError(
            `${label} would unpack to more than ${MAX_BYTES / 1024 / 1024} MB`,
          );
        }
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError(`${label} is cut off or damaged`);
  }
  return new Map(Object.entries(unzipped));
}

function checkName(name: string, label: string): void {
  const parts = name.split("/");
  if (name.startsWith("/") || /[\\\0]/.test(name) || parts.includes("..")) {
    throw new PackageError(
      `${label} holds a file with a path that leads outside: ${JSON.stringify(name)}`,
    );
  }
}
