import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { NOTICES } from "./folders";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Licence texts of libraries that publish none beside their code. */
const KEPT = join(__dirname, "licences");

const TITLE = `The bundles in this folder hold the libraries below, each under its own licence.
`;

/**
 * Writes `dist/THIRD-PARTY.txt`: name, version and licence text of every library among the files
 * that the bundles are made of.
 * @param inputs paths of these files, from the current folder
 * @throws Error when a library names no licence or brings no licence text
 */
export function writeNotices(inputs: readonly string[]): void {
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = libraryOf(input);
    if (folder !== undefined) folders.add(folder);
  }
  const notices = [...folders].sort().map(notice);
  writeFileSync(NOTICES, [TITLE, ...notices].join("\n"));
}

/** The folder of the library that a file is part of; undefined for a file of our own. */
function libraryOf(file: string): string | undefined {
  const match = /^(.*[\\/]|)node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(
    file,
  );
  return match === null ? undefined : resolve(match[0]);
}

function notice(folder: string): string {
  const manifest = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Manifest;
  const texts = licenceTexts(folder, manifest.name);
  if (manifest.license === undefined || texts.length === 0) {
    throw new Error(`${manifest.name} has no licence text`);
  }
  const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
  return [
    "=".repeat(title.length),
    title,
    "=".repeat(title.length),
    ...texts.map((text) => text.trim()),
    "",
  ].join("\n");
}

/** The library's own licence texts, or the one kept here for a library that brings none. */
function licenceTexts(folder: string, name: string): string[] {
  const own = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => join(folder, file));
  const kept = join(KEPT, `${name}.txt`);
  const files = own.length === 0 && existsSync(kept) ? [kept] : own;
  return files.map((file) => readFileSync(file, "utf8"));
}
