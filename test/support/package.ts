import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, freshBuild, isStale, ROOT } from "../../tools/fresh-build";

/** The package of `test/fixtures/<name>`, built with `fitbit-build` when its sources are newer. */
export function buildFixture(name: string): Uint8Array {
  const folder = join(ROOT, "test", "fixtures", name);
  if (isStale(folder)) build(folder);
  return readFileSync(join(folder, "build", "app.fba"));
}

/** The project's own package. */
export function buildApp(): Uint8Array {
  return readFileSync(freshBuild());
}
