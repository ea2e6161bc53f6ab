import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { NOTICES, PACKAGE } from "../../tools/folders";
import { isStale } from "../../tools/staleness";
import { buildFixture } from "./fixture";

/** Builds what tests of the built package use, once, before test workers start side by side. */
export default function setUp(): void {
  buildFixture("tiles");
  if (!isStale(NOTICES)) return;
  const build = join(PACKAGE, "tools/build.ts");
  execFileSync(process.execPath, ["--import", "tsx", build], {
    cwd: PACKAGE,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
