import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freshPackage } from "../../src/testing";

/** The package of `test/fixtures/<name>`, built when its sources are newer. */
export function buildFixture(name: string): Uint8Array {
  return readFileSync(freshPackage(join(__dirname, "../fixtures", name)));
}
