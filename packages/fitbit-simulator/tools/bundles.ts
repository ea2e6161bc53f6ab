import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { NODE, PACKAGE, SOURCES } from "./folders";
import { fontPaths } from "../src/run/picture/fonts";
import { guestPlugin } from "./guest-plugin";
import { copyLocks, lockPlugin } from "./lock-plugin";
import { makeWhole } from "./whole-folder";

/** The entries of the package, by the names of their bundles; `cli` is the command. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: join(SOURCES, "index.ts"),
  draw: join(SOURCES, "draw/index.ts"),
  testing: join(SOURCES, "testing/index.ts"),
  run: join(SOURCES, "run/index.ts"),
  serve: join(SOURCES, "serve/index.ts"),
  bridge: join(SOURCES, "bridge/index.ts"),
  cli: join(SOURCES, "cli/index.ts"),
};

/** The engine's library without its four builds, and the build that is used. */
const QUICKJS = "@jitl/quickjs-wasmfile-release-sync/emscripten-module";

/**
 * Bundles the entries for Node into `dist/node`, with all libraries. Shared code is in chunks of
 * its own, so that a class is the same one in every entry.
 * @returns paths of the files that they are made of
 */
export function buildBundles(): Promise<string[]> {
  return makeWhole(NODE, bundleInto);
}

async function bundleInto(outdir: string): Promise<string[]> {
  const { resolve } = createRequire(join(PACKAGE, "package.json"));
  const quickjs = resolve(QUICKJS);
  const bundled = await build({
    entryPoints: { ...ENTRIES },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    alias: {
      "quickjs-emscripten": join(SOURCES, "web/quickjs.ts"),
      // The forms of these that find their own files where CommonJS does, not by import.meta.
      [QUICKJS]: quickjs,
      "css-tree": resolve("css-tree"),
      // Its entry for Node looks for a native library, which a bundle cannot hold.
      "cbor-x": join(dirname(resolve("cbor-x/package.json")), "index.js"),
    },
    plugins: [guestPlugin(), lockPlugin()],
    // Native, and for those alone who want it.
    external: ["usb"],
    metafile: true,
    logLevel: "warning",
  });
  // esbuild makes chunks of ES modules only; CommonJS is what every consumer can load.
  await build({
    entryPoints: Object.keys(bundled.metafile.outputs),
    outdir,
    allowOverwrite: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  await copyFile(
    join(dirname(quickjs), "emscripten-module.wasm"),
    join(outdir, "emscripten-module.wasm"),
  );
  copyLocks(outdir);
  await copyFonts(outdir);
  return Object.keys(bundled.metafile.inputs);
}

/** The fonts for pictures, beside the bundles. */
async function copyFonts(outdir: string): Promise<void> {
  await mkdir(join(outdir, "fonts"));
  for (const { path, file } of fontPaths()) {
    await copyFile(path, join(outdir, "fonts", file));
  }
}
