import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { PACKAGE } from "./folders";

/** The library that locks files: its native part, for each system, is a file beside the bundle. */
const LIBRARY = "fs-native-extensions";
const BINARY = `${LIBRARY}.node`;

/** The library looks for its native part where npm puts it; a bundle has it beside itself. */
export function lockPlugin(): Plugin {
  return {
    name: "lock",
    setup(build) {
      build.onLoad({ filter: /fs-native-extensions[\\/]binding\.js$/ }, () => ({
        contents: `const { join } = require("node:path");
const system = process.platform + "-" + process.arch;
module.exports = require(join(__dirname, "locks", system, "${BINARY}"));`,
        loader: "js",
      }));
    },
  };
}

/** Copies the native parts beside a bundle in `folder`: of all systems that people build on. */
export function copyLocks(folder: string): void {
  const { resolve } = createRequire(join(PACKAGE, "package.json"));
  const builds = join(dirname(resolve(`${LIBRARY}/package.json`)), "prebuilds");
  for (const system of readdirSync(builds)) {
    if (!/^(linux|darwin|win32)-/.test(system)) continue;
    mkdirSync(join(folder, "locks", system), { recursive: true });
    copyFileSync(
      join(builds, system, BINARY),
      join(folder, "locks", system, BINARY),
    );
  }
}
