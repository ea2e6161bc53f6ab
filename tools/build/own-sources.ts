import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import remapping from "@jridgewell/remapping";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** The source maps of the watch app, as the toolchain packs them. */
const WATCH_MAP = /^sourceMaps\/device\/.*\.map$/;

/**
 * A package whose source maps lead to the files of the project, and not to those of the tree that
 * the toolchain was given: the watch app's are bundled there already.
 * @param bytes the package as the toolchain made it
 * @param tree the folder it was made from, with a source map beside each file of the watch app
 */
export function withOwnSources(bytes: Uint8Array, tree: string): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    files[path] = WATCH_MAP.test(path)
      ? strToU8(ownMap(strFromU8(content), tree))
      : path.endsWith(".zip")
        ? [content, { level: 0 }]
        : content;
  }
  return zipSync(files);
}

/** One source map, led on through the tree's own. */
function ownMap(packed: string, tree: string): string {
  const whole = remapping(packed, (source) => {
    const own = join(tree, `${source}.map`);
    if (!existsSync(own)) return null;
    // Its sources are named from the project's folder, and it stands in `app/`.
    return { ...JSON.parse(readFileSync(own, "utf8")), sourceRoot: ".." };
  });
  return whole.toString();
}
