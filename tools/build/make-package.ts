import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage } from "fitbit-simulator/testing";
import { withOwnSources } from "./own-sources";
import { writeTree } from "./tree";

/**
 * Builds the package of the project in a folder, `build/app.fba`, with the
 * official toolchain.
 * @param plain leaves functions and constants of the watch app as they are in the source
 * @throws Error with what does not compile
 */
export async function makePackage(
  folder: string,
  plain = false,
): Promise<void> {
  const tree = await writeTree(folder, plain);
  buildPackage(tree);
  const made = join(tree, "build/app.fba");
  writeFileSync(made, withOwnSources(readFileSync(made), tree));
  mkdirSync(join(folder, "build"), { recursive: true });
  renameSync(made, join(folder, "build/app.fba"));
}
