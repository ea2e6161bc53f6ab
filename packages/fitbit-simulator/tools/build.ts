import { buildBundles } from "./bundles";
import { writeNotices } from "./notices";
import { buildPage } from "./page";
import { buildTypes } from "./types";

/** Builds all that the package publishes: bundles, page, type declarations, licence notices. */
async function main(): Promise<void> {
  const inputs = [...(await buildBundles()), ...(await buildPage())];
  buildTypes();
  writeNotices(inputs);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
