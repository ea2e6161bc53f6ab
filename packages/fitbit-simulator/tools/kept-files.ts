import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

/** What the service worker keeps of a page, and how. */
export interface Kept {
  /** Addresses below the page's own. */
  readonly files: readonly string[];
  /** A name for what is in them. */
  readonly version: string;
  /** Whether the app's package belongs to a version, or is one that may change by itself. */
  readonly whole: boolean;
}

/** The first statement of a service worker that was made by the build. */
const HEAD = /^const KEPT_FILES=.*?;\n/;

/** The code of a service worker, told what to keep. */
export function withKept(
  code: string,
  { files, version, whole }: Kept,
): string {
  const list = JSON.stringify([...files].sort());
  const head = `const KEPT_FILES=${list},KEPT_VERSION="${version}",KEPT_WHOLE=${whole};\n`;
  return head + code.replace(HEAD, "");
}

/** Where the package of the page's own app is. */
const PACKAGE = "app.fba";

/** Tells the service worker of a page to keep all that stands in its folder, as one version. */
export function keepFolder(
  folder: string,
  { whole }: Pick<Kept, "whole">,
): void {
  const worker = join(folder, "sw.js");
  const version = createHash("sha256");
  const files = whole ? [] : [PACKAGE];
  for (const name of readdirSync(folder, { recursive: true })
    .map(String)
    .sort()) {
    const path = join(folder, name);
    if (path === worker || !statSync(path).isFile()) continue;
    version.update(name).update(readFileSync(path));
    // Visitors ask for the page by its folder.
    files.push(name === "index.html" ? "./" : name.split(sep).join("/"));
  }
  const kept = {
    files,
    version: version.digest("hex").slice(0, 12),
    whole,
  };
  writeFileSync(worker, withKept(readFileSync(worker, "utf8"), kept));
}
