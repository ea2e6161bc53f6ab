import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hostilePackages } from "./support/hostile-packages";
import type { Ran } from "./support/run-all";

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A wake-up ends after 3 s, or 10 s with host calls; a run that does not get on after 5 s more. */
const MOST_MS = 20_000;
/** A process with Node, the sources, and the programs of one package after the other. */
const MOST_BYTES = 700 * 1024 * 1024;

// eslint-disable-next-line no-control-regex -- what a terminal would act on
const RAW = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const STACK = /^ {4}at .*:\d+:\d+/m;

/** What was printed for each package, in order. */
function parts(printed: string): string[] {
  return printed.split(/^=== .*\n/m).slice(1);
}

test("a hundred packages that mean harm: each ends in time, within its memory, without a stack or a raw control character", () => {
  const packages = hostilePackages();
  expect(packages.length).toBeGreaterThanOrEqual(100);
  const files = packages.map(({ bytes }, i) => {
    const file = join(folder, `${i}.fba`);
    writeFileSync(file, bytes);
    return file;
  });
  const results = join(folder, "results.json");
  const runAll = join(__dirname, "support/run-all.ts");
  const ran = spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", runAll, results, ...files],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  const all = JSON.parse(readFileSync(results, "utf8")) as Ran[];
  const [out, err] = [parts(ran.stdout), parts(ran.stderr)];
  const wrong = packages.flatMap(({ what }, i) => {
    const { code, tookMs, peakBytes } = all[i]!;
    const printed = `${out[i]}${err[i]}`;
    return [
      ...(code === undefined ? [`${what}: an error nobody expects`] : []),
      ...(tookMs > MOST_MS ? [`${what}: ${Math.round(tookMs)} ms`] : []),
      ...(peakBytes > MOST_BYTES ? [`${what}: ${peakBytes} bytes`] : []),
      ...(STACK.test(printed) ? [`${what}: a stack`] : []),
      ...(RAW.test(printed) ? [`${what}: a raw character`] : []),
    ];
  });
  expect(wrong).toEqual([]);
}, 600_000);
