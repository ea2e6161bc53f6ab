import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { figuresFolder } from "./figure-sheet";
import { SDK4_FIGURES, SDK4_RESOURCES } from "./packages";
import { linkModules, writeTree } from "./tree";

// The project as the toolchain of SDK 4 is given it: other sources of the watch app,
// other names of resources, and only what that generation knows.

/** The watches before Versa 3, by the code names of their toolchain. */
const TARGETS: readonly string[] = ["higgs", "meson", "gemini", "mira"];
/** What SDK 4 does not speak. */
const MISSING_LANGUAGE = "nb-NO";
/** The types of its time, in place of those of SDK 6. */
const TYPES = ["fitbit-sdk-types", "fitbit-sdk-types-4"] as const;

function replaceIn(file: string, text: string, by: string): void {
  writeFileSync(file, readFileSync(file, "utf8").replace(text, by));
}

/**
 * Writes the sources of the watch app for SDK 4: those of the project, but for the files that
 * `app-sdk4/` has in their place.
 * @returns their folder
 */
function writeSources(root: string): string {
  const folder = join(root, "build", "sources-sdk4");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["app", "common"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  cpSync(join(root, "app-sdk4"), join(folder, "app"), { recursive: true });
  replaceIn(join(folder, "app", "tsconfig.json"), ...TYPES);
  linkModules(root, folder);
  return folder;
}

/**
 * Puts the figure's pictures of each size of screen in the place of those for 336 pixels.
 * @param root the project's folder, where they were made
 */
function placeFigures(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [tag, width] of SDK4_FIGURES) {
    const made = join(root, figuresFolder(width));
    for (const name of readdirSync(made)) {
      const tagged = name.replace(".png", `~${tag}.png`);
      cpSync(join(made, name), join(folder, tagged));
    }
  }
}

/** Puts the views and styles of each size of screen beside each other, with its tag. */
function placeScreens(root: string, folder: string): void {
  for (const [tag] of SDK4_FIGURES) {
    const made = join(root, SDK4_RESOURCES, tag);
    for (const name of readdirSync(made)) {
      rmSync(join(folder, name), { force: true });
      cpSync(join(made, name), join(folder, name.replace(".", `~${tag}.`)));
    }
  }
}

/** Gives views and definitions the names and imports of SDK 4. */
function renameResources(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!/\.(view|defs)$/.test(name)) continue;
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(/(href="\/mnt\/sysassets\/[^"]*)\.defs"/g, '$1.gui"'),
    );
    const older = name
      .replace(/\.view$/, ".gui")
      .replace(/^widget(~[^.]*)?\.defs$/, "widgets$1.gui");
    renameSync(file, join(folder, older));
  }
}

/** What of the manifest is not the same. */
interface Manifest {
  heapSize?: number;
  i18n: Record<string, unknown>;
  buildTargets: readonly string[];
}

/** The manifest without what SDK 4 does not know. */
function manifestOf(text: string): string {
  const all = JSON.parse(text) as { fitbit: Manifest };
  const { fitbit } = all;
  delete fitbit.heapSize;
  delete fitbit.i18n[MISSING_LANGUAGE];
  fitbit.buildTargets = TARGETS;
  return JSON.stringify(all);
}

/**
 * Writes the tree for the toolchain of SDK 4.
 * @param root the project's folder
 * @returns the tree's folder
 * @throws CommandFailure with what does not compile with the types of SDK 4
 */
export async function writeSdk4Tree(root: string): Promise<string> {
  const tree = await writeTree(root, {
    name: "tree-sdk4",
    sources: writeSources(root),
  });
  placeFigures(root, join(tree, "resources/figures"));
  placeScreens(root, join(tree, "resources"));
  renameResources(join(tree, "resources"));
  const manifest = join(tree, "package.json");
  writeFileSync(manifest, manifestOf(readFileSync(manifest, "utf8")));
  // The phone's app, which draws the settings page, is the same for all watches.
  replaceIn(join(tree, "companion", "tsconfig.json"), ...TYPES);
  for (const room of ["app", "companion", "settings"]) {
    const words = join(tree, room, "i18n", `${MISSING_LANGUAGE}.po`);
    if (existsSync(words)) rmSync(words);
  }
  return tree;
}
