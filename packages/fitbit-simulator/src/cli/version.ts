import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The package's version. Its manifest lies two folders up, from `src/cli` as from `dist/node`. */
export function version(): string {
  const manifest = join(__dirname, "../../package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string })
    .version;
}
