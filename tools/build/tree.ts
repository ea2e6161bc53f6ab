import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { watchApp } from "./watch-app";

// The project as the official toolchain is given it: `build/tree`.

/** What goes into it as it is. */
const COPIED = [
  "common",
  "companion",
  "phone",
  "settings",
  "resources",
  "app/i18n",
  "package.json",
];

/** How the toolchain is to read the app: as it is, without a second check of types. */
const SETTINGS = {
  compilerOptions: { allowJs: true, sourceMap: true, target: "es5", types: [] },
  include: ["*.js"],
};

/** Links the project's modules into a generated folder. */
export function linkModules(root: string, folder: string): void {
  // A junction needs no rights of its own on Windows.
  symlinkSync(
    join(root, "node_modules"),
    join(folder, "node_modules"),
    "junction",
  );
}

/** Which tree it is. */
export interface TreeOptions {
  /** Its folder in `build/`. */
  readonly name: string;
  /** The folder that has `app/` and `common/` of the watch app. */
  readonly sources: string;
  /** Leaves functions and constants as they are in the source. */
  readonly plain?: boolean;
}

/**
 * Writes the project's tree with the watch app bundled.
 * @param root the project's folder
 * @returns the tree's folder
 * @throws Error with what does not compile
 */
export async function writeTree(
  root: string,
  { name: folder, sources, plain }: TreeOptions,
): Promise<string> {
  const tree = join(root, "build", folder);
  const app = await watchApp(sources, plain);
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(join(tree, "app"), { recursive: true });
  for (const name of COPIED) {
    cpSync(join(root, name), join(tree, name), { recursive: true });
  }
  linkModules(root, tree);
  writeFileSync(join(tree, "app", "tsconfig.json"), JSON.stringify(SETTINGS));
  for (const [name, text] of app) writeFileSync(join(tree, "app", name), text);
  return tree;
}
