import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readState } from "../src/run";
import { inlinePackageBytes } from "../src/testing/inline-package";

const CLI = join(__dirname, "../src/cli/index.ts");
const folder = mkdtempSync(join(tmpdir(), "stall-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a companion of a thousand timers: the run ends, names it, and keeps its state", () => {
  const file = join(folder, "timers.fba");
  writeFileSync(
    file,
    inlinePackageBytes({
      app: `require("appbit").me.appTimeoutEnabled = false;`,
      companion: `localStorage.setItem("a", "b"); for (var i = 0; i < 1000; i++) setInterval(function () { for (var j = 0; j < 300; j++); }, 1);`,
    }),
  );
  const state = join(folder, "state");
  const ran = spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", CLI, "run", file, "--state", state],
    { encoding: "utf8" },
  );
  expect(ran.status).toBe(1);
  expect(ran.stderr).toMatch(
    /^ended: the companion was busy for \d+\.\d s of the last \d+\.\d, and the run got on by \d+ ms of its time only\n$/,
  );
  expect(readState(state).phone?.local).toEqual({ a: "b" });
});
