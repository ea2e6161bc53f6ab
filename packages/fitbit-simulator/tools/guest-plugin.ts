import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as VitePlugin } from "vite";

/**
 * Puts the guest files into a bundle.
 *
 * Guest files are the `.js` files of the `guest` folders below `src/engine`: the code that a program
 * finds around it in its sandbox. From the sources, `src/engine/vm/guest-text.ts` reads them from
 * disk. A bundle has no such files beside it, so these plugins replace that one module by a table
 * of all the texts. Nothing else of the engine is changed.
 */

const ENGINE = fileURLToPath(new URL("../src/engine", import.meta.url));

/** The module that is replaced, with either kind of path separator. */
const GUEST_TEXT = /[\\/]engine[\\/]vm[\\/]guest-text\.ts$/;

/** For esbuild: `build({ plugins: [guestPlugin()], … })`. */
export function guestPlugin(): EsbuildPlugin {
  return {
    name: "guest-files",
    setup(build) {
      build.onLoad({ filter: GUEST_TEXT }, () => ({
        contents: moduleOfTexts(),
        loader: "js",
        watchFiles: guestFiles().map((path) => join(ENGINE, path)),
      }));
    },
  };
}

/** For Vite; workers are bundled on their own, so it goes into `worker.plugins` as well. */
export function guestVitePlugin(): VitePlugin {
  return {
    name: "guest-files",
    enforce: "pre",
    load(id) {
      if (!GUEST_TEXT.test(id)) return undefined;
      for (const path of guestFiles()) this.addWatchFile(join(ENGINE, path));
      return moduleOfTexts();
    },
  };
}

/** A module with the same export as `guest-text.ts`. */
function moduleOfTexts(): string {
  const texts = Object.fromEntries(
    guestFiles().map((path) => [
      path.split(sep).join("/"),
      readFileSync(join(ENGINE, path), "utf8"),
    ]),
  );
  return `const texts = ${JSON.stringify(texts)};
export function guestText(path) {
  if (texts[path] === undefined) throw new Error("there is no guest file " + path);
  return texts[path];
}
`;
}

/** Paths of all guest files from the engine's folder. */
function guestFiles(): string[] {
  return readdirSync(ENGINE, { recursive: true })
    .map(String)
    .filter((path) => /[\\/]guest[\\/][^\\/]+\.js$/.test(path))
    .sort();
}
