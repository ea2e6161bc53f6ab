import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPackage } from "../src";
import { freshPackage } from "../src/testing";

const project = mkdtempSync(join(tmpdir(), "build-"));
const build = join(project, "build");
const built = join(build, "app.fba");
const PACKAGE = join(__dirname, "..");
const ROOMS = { app: "index.js", companion: "index.js", settings: "index.jsx" };
afterAll(() => rmSync(project, { recursive: true }));

beforeAll(() => {
  const tiles = join(__dirname, "fixtures/tiles");
  for (const name of ["resources", "package.json"]) {
    cpSync(join(tiles, name), join(project, name), { recursive: true });
  }
  // Plain scripts: the fixture's own find their types by where they lie.
  for (const [room, name] of Object.entries(ROOMS)) {
    mkdirSync(join(project, room));
    writeFileSync(join(project, room, name), 'console.log("here");');
  }
  symlinkSync(
    join(PACKAGE, "../../node_modules"),
    join(project, "node_modules"),
  );
  freshPackage(project);
});

test("a package that a crash has cut off is built again once, and why is told", () => {
  const told = jest.spyOn(console, "error").mockImplementation();
  truncateSync(built, 1000);
  expect(freshPackage(project)).toBe(built);
  openPackage(readFileSync(built));
  freshPackage(project);
  expect(told.mock.calls).toEqual([
    [expect.stringMatching(/app\.fba does not open \(.*\): it is built again/)],
  ]);
  told.mockRestore();
  expect(readdirSync(build)).toEqual(["app.fba"]);
});

test("a build that is killed leaves the package of before", async () => {
  const before = readFileSync(built);
  const script = `require("${PACKAGE}/src/testing/build.ts").buildPackage("${project}")`;
  const builder = spawn(process.execPath, ["--import", "tsx", "-e", script], {
    cwd: PACKAGE,
    detached: true,
  });
  const ended = new Promise((resolve) => builder.once("close", resolve));
  // The first file that it makes: its folder, or what it writes there.
  const watched = watch(build, () => process.kill(-builder.pid!, "SIGKILL"));
  await ended;
  watched.close();
  expect(builder.signalCode).toBe("SIGKILL");
  expect(readFileSync(built)).toEqual(before);
});

test("sources that do not build leave the package of before", () => {
  const before = readFileSync(built);
  writeFileSync(join(project, "app/index.js"), "no script at all");
  expect(() => freshPackage(project)).toThrow(/^fitbit-build failed:\n.*/s);
  expect(readFileSync(built)).toEqual(before);
  expect(readdirSync(build)).toEqual(["app.fba"]);
});
