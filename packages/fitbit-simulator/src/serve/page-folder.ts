import { existsSync, readdirSync, statSync } from "node:fs";
import { CommandFailure, quoted } from "../run";
import { extname, join, sep } from "node:path";

/**
 * The built page. This file lies two folders below the package's own, in the sources (`src/serve`)
 * as in the bundle (`dist/node`).
 */
export const PAGE_FOLDER = join(__dirname, "../../dist/web");

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** A file that may be served. */
export interface ServedFile {
  readonly file: string;
  /** Its MIME type. */
  readonly type: string;
}

/** A file as it is served, by what its name ends in. */
export function servedFile(file: string): ServedFile {
  return { file, type: TYPES[extname(file)] ?? "application/octet-stream" };
}

/**
 * The files of a folder by the paths of their addresses, such as `/assets/page.js`; `/` is its
 * `index.html`. Only these are ever served, so no address leads out of the folder.
 * @throws CommandFailure when there is no page in it
 */
export function pageFiles(folder: string): Map<string, ServedFile> {
  const index = join(folder, "index.html");
  if (!existsSync(index))
    throw new CommandFailure(`there is no page in ${quoted(folder)}`);
  const files = new Map<string, ServedFile>([["/", servedFile(index)]]);
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    files.set(`/${name.split(sep).join("/")}`, servedFile(file));
  }
  return files;
}
