import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { freshBuild, ROOT } from "./fresh-build";

/** The folder of the built page. */
export const WEB = join(ROOT, "build", "web");

/** Builds the page into static files that work from any folder of a web server. */
export async function buildWeb(): Promise<void> {
  const { build } = await import("vite");
  const { default: config } = await import("../simulator/web/vite.config.js");
  await build(config);
  await copyFile(freshBuild(), join(WEB, "app.fba"));
}
