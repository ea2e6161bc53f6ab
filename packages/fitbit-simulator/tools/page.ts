import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { WEB } from "./folders";
import { isStale } from "./staleness";

/** Builds the page when it is missing or older than its sources. */
export async function freshPage(): Promise<void> {
  if (isStale(join(WEB, "index.html"))) await buildPage();
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
  await build({
    ...config,
    plugins: [plugins, recorder(inputs)],
    worker: {
      ...worker,
      plugins: () => [...(worker?.plugins?.() ?? []), recorder(inputs)],
    },
  });
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
