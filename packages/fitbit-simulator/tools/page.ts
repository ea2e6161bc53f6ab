import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { WEB } from "./folders";
import { isStale } from "./staleness";
import { makeWhole, partOf } from "./whole-folder";

/** Builds the page when it is missing, older than its sources, or not whole, which is told. */
export async function freshPage(): Promise<void> {
  const stale = isStale(join(WEB, "index.html"));
  const part = stale ? undefined : partOf(WEB);
  if (part !== undefined) {
    console.error(`${part} is not as it was built: the page is built again`);
  }
  if (stale || part !== undefined) await buildPage();
}

/**
 * Builds the page into `dist/web`.
 * @returns paths of the files that it is made of
 */
export async function buildPage(): Promise<string[]> {
  const { build } = await import("vite");
  const { default: config } = await import("../src/web/vite.config.js");
  const inputs = new Set<string>();
  const { plugins, worker } = config;
  await makeWhole(WEB, (outDir) =>
    build({
      ...config,
      plugins: [plugins, recorder(inputs)],
      worker: {
        ...worker,
        plugins: () => [...(worker?.plugins?.() ?? []), recorder(inputs)],
      },
      build: { ...config.build, outDir, emptyOutDir: true },
    }),
  );
  // Some are named from the folder of the page's sources; others begin with a zero byte.
  return [...inputs].map((file) =>
    resolve(config.root ?? "", file.replace(/^\0|\?.*/g, "")),
  );
}

/** Notes every file that is read, those that a style sheet imports too. */
function recorder(inputs: Set<string>): Plugin {
  return {
    name: "recorder",
    generateBundle() {
      for (const id of this.getModuleIds()) inputs.add(id);
      for (const file of this.getWatchFiles()) inputs.add(file);
    },
  };
}
