import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toJson } from "../../../phone/history/export";
import { Told, sessionOn, MORE } from "../../builders/coach";

const ROOT = join(__dirname, "../../..");
const FOLDER = mkdtempSync(join(tmpdir(), "coach-"));

function coach(...args: string[]) {
  return spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", "tools/coach/coach.ts", ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
}

function file(name: string, text: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

function exported(...told: Array<[day: number, told: Told]>): string {
  const entries = told.map(([day, one]) => ({
    kind: "session" as const,
    record: sessionOn(day, one),
  }));
  return file("sessions.json", toJson(entries));
}

interface Line {
  decided: object[];
  see: object[];
  sides?: string[];
}

test("an export is judged a session a line, with what the runner is told", () => {
  const further: Told = { after: 3, check: { legAfter: 2 } };
  const short = (day: number): [number, Told] => {
    const items = { "side-plank": { full: false, holdSeconds: [40, 56] } };
    return [day, { check: { firstSide: (day % 2) as 0 | 1 }, items }];
  };
  const sessions = exported(
    [0, MORE],
    [2, MORE],
    [4, further],
    [6, further],
    ...[9, 12, 15, 18, 21, 24].map(short),
  );
  const settings = file("settings.json", '{"coach":"auto"}');
  const steps = "hip-raise=1,reverse-hip-raise=1,plank=1,side-plank=1,cobra=1";
  const { status, stdout } = coach(
    ...[sessions, "--settings", settings, "--steps", steps],
  );
  expect(status).toBe(0);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  expect(lines.slice(0, 4).map(({ decided }) => decided)).toMatchObject([
    [],
    [
      {
        ...{ rule: "D-6", exercise: "hip-raise", from: 1, to: 2 },
        told: "Hip raise 2 x 8 → 2 x 10: done in full, you could do more, no worse after.",
      },
    ],
    [{ rule: "B-2", exercise: "cobra", gate: "out" }],
    [{ rule: "B-2", exercise: "cobra", gate: "out" }],
  ]);
  // Left and right are told with the sixth session that fell short, not before.
  expect(lines.map(({ sides }) => sides).slice(8)).toEqual([
    undefined,
    ["Side plank: the left gave up earlier in 6 of 6, by about 29 %."],
  ]);
  expect(lines[3]!.see).toEqual([
    {
      rule: "R-2",
      told: "Your leg has been worse twice. Get it checked.",
    },
  ]);
});

test.each<[string[], RegExp]>([
  [[], /^.*0 files are given; allowed: one FILE of sessions$/],
  [[join(FOLDER, "none")], /cannot be read$/],
  [[file("bad", "[")], /is no JSON: /],
  [[file("object", "{}")], /is no list; allowed: sessions as --export json/],
  [[file("odd", '[{"id":7}]')], /session 1 cannot be used; allowed: one as/],
  [["x", "--steps", "plank=9"], /--steps has "plank=9"; allowed: plank=0 to 8/],
  [["x", "--steps", "quad-stretch=1"], /has "quad-stretch"; allowed: an exer/],
  [["x", "--settings", file("list", "[1]")], /is no object of strings; allow/],
  [["x", "--what"], /Unknown option '--what'/],
])("%j is refused in one line", (args, line) => {
  const { status, stdout, stderr } = coach(...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr.trim()).toMatch(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});
