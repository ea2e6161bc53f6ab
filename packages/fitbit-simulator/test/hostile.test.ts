import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostilePackages } from "./support/hostile-packages";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CLI = join(__dirname, "../src/cli/index.ts");
/** Kilobytes of a whole process: Node, the sources and the three programs. */
const MOST_KB = 700_000;
/** A program may work on for three seconds in one wake-up; then it is stopped. */
const MOST_MS = 40_000;

// eslint-disable-next-line no-control-regex -- what a terminal would act on
const RAW = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** Prints at the end how many KB the process has held at the most. */
const MEASURE = `process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;
const measure = join(folder, "measure.cjs");
writeFileSync(measure, MEASURE);

function run(file: string) {
  const peak = `${file}.peak`;
  const settings = ["--do", "1:open-settings", "--until", "3"];
  const began = performance.now();
  const ran = spawnSync(
    process.execPath,
    ["--require", measure, "--import", "tsx", CLI, "run", file, ...settings, "--format", "text", "--state", `${file}.state`],
    { encoding: "utf8", env: { ...process.env, PEAK: peak }, maxBuffer: 1e9, timeout: MOST_MS },
  );
  return { ...ran, tookMs: performance.now() - began, peak };
}

const ALL = hostilePackages();

test("there are a hundred at the least, and no two try the same", () => {
  expect(new Set(ALL.map(({ what }) => what)).size).toBeGreaterThanOrEqual(100);
});
