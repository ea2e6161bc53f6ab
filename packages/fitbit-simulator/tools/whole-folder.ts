import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Where the sizes of a folder's files are noted, once it is whole: beside it. */
function noteOf(folder: string): string {
  return `${folder}.files.json`;
}

/** Sizes of the files in a folder, in bytes, by their paths. */
function sizesOf(folder: string): Record<string, number> {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  const sizes: Record<string, number> = {};
  for (const name of names) {
    const found = statSync(join(folder, name));
    if (found.isFile()) sizes[name] = found.size;
  }
  return sizes;
}

/** True where two folders hold the same. */
function alike(one: string, other: string): boolean {
  const sizes = sizesOf(one);
  return (
    JSON.stringify(sizes) === JSON.stringify(sizesOf(other)) &&
    Object.keys(sizes).every((name) =>
      readFileSync(join(one, name)).equals(readFileSync(join(other, name))),
    )
  );
}

/**
 * Makes a folder beside the one that is there, and puts it in its place when it is whole. One that is
 * there and the same stays: somebody may be reading it. A folder whose making was cut off is never
 * taken for a whole one: {@link partOf} tells.
 * @param make fills the folder that it is given, which does not exist yet
 */
export async function makeWhole<T>(
  folder: string,
  make: (beside: string) => Promise<T>,
): Promise<T> {
  // Others may be making the same at this moment.
  const beside = `${folder}.${process.pid}.new`;
  try {
    const made = await make(beside);
    if (existsSync(folder) && !partOf(folder) && alike(beside, folder)) {
      touch(folder);
    } else {
      rmSync(noteOf(folder), { force: true });
      rmSync(folder, { recursive: true, force: true });
      renameSync(beside, folder);
      writeFileSync(noteOf(folder), JSON.stringify(sizesOf(folder)));
    }
    return made;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Makes a folder's files as new as what they are made of. */
function touch(folder: string): void {
  const now = new Date();
  for (const name of Object.keys(sizesOf(folder))) {
    utimesSync(join(folder, name), now, now);
  }
}

/** Which file says that a folder is only a part of what was made; undefined when it is whole. */
export function partOf(folder: string): string | undefined {
  if (!existsSync(noteOf(folder))) return noteOf(folder);
  const text = readFileSync(noteOf(folder), "utf8");
  const found = sizesOf(folder);
  if (text === JSON.stringify(found)) return undefined;
  const noted = text === "" ? {} : (JSON.parse(text) as typeof found);
  const names = Object.keys({ ...noted, ...found });
  return join(folder, names.find((name) => noted[name] !== found[name]) ?? "");
}
