import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage } from "fitbit-simulator/testing";
import { withEdgeMarks } from "./edge-marks";
import { withOwnSources } from "./own-sources";
import { type Generation, PACKAGES } from "./packages";
import { writeSdk4Tree } from "./sdk4-tree";
import { writeTree } from "./tree";

/**
 * Builds a package of the project in a folder with the official toolchain of a generation.
 * @param plain leaves functions and constants of the watch app as they are in the source
 * @throws Error with what does not compile
 */
export async function makePackage(
  folder: string,
  generation: Generation,
  plain = false,
): Promise<void> {
  const tree =
    generation === 6
      ? await writeTree(folder, { name: "tree", sources: folder, plain })
      : await writeSdk4Tree(folder);
  buildPackage(tree, generation === 6 ? "@fitbit/sdk" : "fitbit-sdk-4");
  const made = join(tree, "build/app.fba");
  const traced = withOwnSources(readFileSync(made), tree);
  writeFileSync(made, generation === 4 ? withEdgeMarks(traced) : traced);
  mkdirSync(join(folder, "build"), { recursive: true });
  renameSync(made, join(folder, PACKAGES[generation]));
}
