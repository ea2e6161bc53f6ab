import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { PACKAGE, SOURCES, WEB } from "./folders";

/** What the page is made of, beside the sources. */
const LOCK_FILE = join(PACKAGE, "../../package-lock.json");

/** Builds the page when it is missing or older than its sources. */
export async function freshPage(): Promise<void> {
  if (isPageStale()) await buildPage();
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

function isPageStale(): boolean {
  const page = join(WEB, "index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const sources = readdirSync(SOURCES, { recursive: true }).map((name) =>
    join(SOURCES, String(name)),
  );
  return [LOCK_FILE, ...sources].some((file) => statSync(file).mtimeMs > built);
}
