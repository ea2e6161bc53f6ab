import { readFileSync } from "node:fs";
import { freshBuild } from "../../../tools/build/fresh-build";

/** The project's own package. */
export function buildApp(): Uint8Array {
  return readFileSync(freshBuild());
}
