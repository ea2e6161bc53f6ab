import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that the paths of guest files start from. */
const ENGINE = join(__dirname, "..");

/**
 * The text of a guest file: JavaScript that runs inside a sandbox, before the package's own code.
 *
 * This module is for Node, run from the sources. Bundles have no files beside them: there
 * `tools/guest-plugin.ts` replaces this module by one that holds all the texts.
 * @param path from the engine's folder, such as `watch/guest/fs.js`
 * @throws Error when there is no such file
 */
export function guestText(path: string): string {
  return readFileSync(join(ENGINE, path), "utf8");
}
