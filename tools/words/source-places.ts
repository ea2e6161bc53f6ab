import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/fresh-build";
import type { Room } from "./po";

/**
 * Finds the files of a room that show a message: by its key, or by what its key
 * begins with. The files are read once.
 */
export function sourcePlaces(room: Room): (key: string) => string[] {
  const sources = readdirSync(join(ROOT, room), {
    recursive: true,
    encoding: "utf8",
  })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      file: `${room}/${file}`,
      source: readFileSync(join(ROOT, room, file), "utf8"),
    }));
  return (key) => {
    const words = key.split("-");
    for (let length = words.length; length > 0; length--) {
      const begin = words.slice(0, length).join("-");
      const quoted = length === words.length ? `"${begin}"` : `"${begin}-`;
      const found = sources.filter(({ source }) => source.includes(quoted));
      if (found.length) return found.map(({ file }) => file);
    }
    return [];
  };
}
