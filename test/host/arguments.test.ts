import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  rmSync,
  symlinkSync,
  cpSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RUNS } from "../support/commands";
import { ROOT, SOURCES } from "../../tools/build/fresh-build";

/** How package.json runs them: what loads a part of itself later needs the whole loader. */
const loader = (file: string) =>
  file.startsWith("verification/") || file.endsWith("words.ts")
    ? ["--import", "tsx"]
    : ["--require", "tsx/cjs"];

function run(file: string, args: readonly string[], cwd = ROOT) {
  return spawnSync(process.execPath, [...loader(file), file, ...args], {
    ...{ cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
  });
}

/** Every command of `package.json` that is ours. */
const COMMANDS = [
  ...RUNS,
  "tools/build/build.ts",
  "tools/build/generate.ts",
  "tools/build/trace.ts",
  "tools/page/serve.ts",
  "tools/page/build-web.ts",
  "tools/pictures/screenshots.ts",
  "tools/pictures/pose-table.ts",
  "tools/words/words.ts",
];

test.each(COMMANDS)(
  "%s refuses what it does not know, and has help",
  (file) => {
    const refused = run(file, ["--host", "x"]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toMatch(/^.*--host.*\n$/);
    const helped = run(file, ["--help"]);
    expect(helped).toMatchObject({ status: 0, stderr: "" });
    expect(helped.stdout).toMatch(/^(npm|fitbit-sim) /);
  },
);

test.each([
  ["faults", "--story", "null", /it is no object/],
  ["faults", "--story", "{}", /seed is missing/],
  ["faults", "--story", "{", /it is no JSON/],
  ["faults", "--package", "/nope", /^--package "\/nope" cannot be read/],
  ["year", "--package", "/nope", /^--package "\/nope" cannot be read/],
])("%s %s %s is refused in one line", (command, option, value, says) => {
  const ran = run(`verification/${command}/command.ts`, [option, value]);
  expect(ran).toMatchObject({ status: 2, stdout: "" });
  expect(ran.stderr).toMatch(says);
  expect(ran.stderr.trim()).not.toContain("\n");
});

test.each(["/proc/nope", "/sys/nope", "/dev/null", "/dev/null/nope"])(
  "a state in %s, which is no place for one, is refused in one line",
  (place) => {
    const ran = run("tools/session/session.ts", ["--state", place]);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(/^--state "[^"]*": .*\n$/);
  },
);

test("what does not build is told, and no place in the command with it", () => {
  const folder = mkdtempSync(join(tmpdir(), "arguments-"));
  try {
    for (const name of [...SOURCES, "tools", "tsconfig.json"]) {
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "app/main.ts"), "const = 1;");
    const ran = run("tools/session/session.ts", [], folder);
    expect(ran).toMatchObject({ status: 1, stdout: "" });
    expect(ran.stderr).toMatch(
      /build\/app\.fba could not be built: see above\n$/,
    );
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
