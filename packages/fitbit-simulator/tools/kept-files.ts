import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";

/** What the service worker keeps of a page, and how. */
export interface Kept {
  /** Addresses below the page's own. */
  readonly files: readonly string[];
  /** The same of files that are kept once they were asked for. */
  readonly later: readonly string[];
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
  { files, later, version, whole }: Kept,
): string {
  const list = JSON.stringify([...files].sort());
  const more = JSON.stringify(later);
  const head = `const KEPT_FILES=${list},KEPT_LATER=${more},KEPT_VERSION="${version}",KEPT_WHOLE=${whole};\n`;
  return head + code.replace(HEAD, "");
}

/**
 * Tells the service worker of a page to keep all that stands in its folder, as one version.
 * @param packages names of the app's packages that are served beside the folder and may change by
 *   themselves; none when they stand in it and belong to the version
 * @param later names of packages that most visitors do not need: kept once they were asked for
 */
export function keepFolder(
  folder: string,
  packages: readonly string[],
  later: readonly string[],
): void {
  const worker = join(folder, "sw.js");
  const version = createHash("sha256");
  const files = [...packages];
  for (const name of readdirSync(folder, { recursive: true })
    .map(String)
    .sort()) {
    const path = join(folder, name);
    if (path === worker || !statSync(path).isFile()) continue;
    version.update(name).update(readFileSync(path));
    if (later.includes(name)) continue;
    // Visitors ask for the page by its folder.
    files.push(name === "index.html" ? "./" : name.split(sep).join("/"));
  }
  const kept = {
    files,
    later,
    version: version.digest("hex").slice(0, 12),
    whole: packages.length === 0,
  };
  writeFileSync(worker, withKept(readFileSync(worker, "utf8"), kept));
}
