import { copyFile } from "node:fs/promises";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { freshBuild, ROOT } from "../build/fresh-build";

/** The folder of the built page. */
export const WEB = join(ROOT, "packages/fitbit-simulator/dist/web");

/** True when the built page is missing or older than its sources. */
export function isWebStale(): boolean {
  const page = join(WEB, "index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  const sources = readdirSync(join(ROOT, "packages/fitbit-simulator/src"), {
    recursive: true,
  });
  return ["../../../package-lock.json", ...sources.map(String)].some(
    (name) =>
      statSync(join(ROOT, "packages/fitbit-simulator/src", name)).mtimeMs >
      built,
  );
}

/** Builds the page into static files that work from any folder of a web server. */
export async function buildWeb(): Promise<void> {
  const { build } = await import("vite");
  const { default: config } =
    await import("../../packages/fitbit-simulator/src/web/vite.config.js");
  await build(config);
  await copyFile(freshBuild(), join(WEB, "app.fba"));
}

if (require.main === module) {
  buildWeb().then(
    () => process.stdout.write(`${WEB}\n`),
    (error: unknown) => {
      process.stderr.write(
        `${error instanceof Error ? error.message : String(error)}\n`,
      );
      process.exitCode = 1;
    },
  );
}
