import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { inlinePackageBytes } from "../src/testing";
import { PACKAGE } from "../tools/folders";
import { buildFixture } from "./support/fixture";
import { Installed } from "./support/installed";

let installed: Installed;
let tiles: string;
beforeAll(() => {
  installed = new Installed();
  tiles = installed.file("tiles.fba", buildFixture("tiles"));
});
afterAll(() => installed.remove());

interface Line {
  readonly t: number;
  readonly type: string;
}

function lines(stdout: string): Line[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

test("the tarball brings what is needed, and no app", () => {
  expect(installed.packed).toEqual(
    expect.arrayContaining([
      ...["LICENSE", "README.md", "CHANGELOG.md", "dist/THIRD-PARTY.txt"],
      ...["dist/node/emscripten-module.wasm", "dist/web/index.html"],
    ]),
  );
  const others = installed.packed.filter(
    (path) => !/^(dist|bin)\/|^[A-Z]+(\.md)?$|^package\.json$/.test(path),
  );
  expect(others).toEqual([]);
  expect(installed.packed.filter((path) => /\.fba$/.test(path))).toEqual([]);
});

describe("the command, installed alone and offline", () => {
  test("runs a foreign package", () => {
    const { status, stdout, stderr } = installed.npx(
      ...["run", tiles, "--until", "20", "--do", "5:kill", "--do", "9:launch"],
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const events = lines(stdout);
    const launches = events.filter(
      (event) => event.type === "launch" && "from" in event,
    );
    expect(launches.map(({ t }) => t)).toEqual(expect.arrayContaining([0, 9]));
    expect(events.at(-1)).toMatchObject({ t: 20, type: "summary" });
  });

  test("keeps a state, which another run may not use meanwhile", () => {
    const keep = ["run", tiles, "--until", "5", "--state", "kept"];
    expect(installed.command(...keep)).toMatchObject({ status: 0, stderr: "" });
    const held = installed.file(
      "hold.cjs",
      `const { StateFolder } = require("fitbit-simulator/run");
      const { spawnSync } = require("node:child_process");
      const folder = StateFolder.open("kept", "a holder");
      const args = ${JSON.stringify(["node_modules/.bin/fitbit-sim", ...keep])};
      const { status, stderr } = spawnSync(process.execPath, args);
      folder.close();
      console.log(status, String(stderr));`,
    );
    const ran = installed.run(process.execPath, held);
    expect(ran.stdout).toMatch(/^2 --state "kept" is in use by process \d+/);
    expect(installed.command(...keep)).toMatchObject({ status: 0, stderr: "" });
  });

  test("serves the page around it, and ends when interrupted", async () => {
    let served = "";
    await installed.serving([tiles, "--port", "0"], async (address) => {
      served = address;
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toMatch(/<script type="module"/);
      expect(Object.fromEntries(page.headers)).toMatchObject({
        "content-security-policy": expect.stringMatching(
          /^default-src 'none'; script-src 'self' .*frame-ancestors 'none'$/,
        ),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
        "content-type": "text/html; charset=utf-8",
      });
      const app = await fetch(`${address}app.fba`);
      expect(Buffer.from(await app.arrayBuffer())).toEqual(
        buildFixture("tiles"),
      );
      for (const path of ["%2e%2e/node/cli.js", "..%2fnode/cli.js", "x"]) {
        expect((await fetch(address + path)).status).toBe(404);
      }
      const undecodable = await fetch(`${address}%`);
      expect(undecodable.status).toBe(400);
      expect(await undecodable.text()).toBe("");
      const ranged = (range: string) =>
        fetch(address, { headers: { Range: range } });
      expect((await ranged("bytes=9-3")).status).toBe(416);
      expect((await ranged("bytes=99999999-")).status).toBe(416);
      expect((await ranged("bytes=0-3")).status).toBe(200);
      expect((await fetch(address, { method: "POST" })).status).toBe(405);
      const taken = installed.command(
        ...["serve", tiles, "--port", new URL(address).port],
      );
      expect(taken).toMatchObject({ status: 2, stdout: "" });
      expect(taken.stderr).toMatch(/^--port: port \d+ is taken; .*\n$/);
    });
    await expect(fetch(served)).rejects.toThrow("fetch failed");
  });

  test("ends with 1 when an app dies by its own fault", () => {
    const app = inlinePackageBytes({ app: 'throw new Error("broken");' });
    const broken = installed.file("broken.fba", app);
    const ran = installed.command(
      ...["run", broken, "--until", "1", "--format", "text"],
    );
    expect(ran).toMatchObject({ status: 1, stderr: "the app died\n" });
    expect(ran.stdout).toContain("broken");
  });

  test("says what is missing, taps a place, draws the screen, and ends with 0", () => {
    const app = inlinePackageBytes({
      app: `var document = require("document").default; document.getElementById("go").onclick = function (e) { document.getElementById("label").text = e.screenX + " " + e.screenY; };`,
      companion: `fetch("https://example.org").catch(function () {});`,
    });
    const file = installed.file("place.fba", app);
    const picture = `${file}.svg`;
    const ran = installed.command(
      ...["run", file, "--until", "3", "--format", "text"],
      ...["--do", "1:tap-at:12,34", "--do", `2:picture:${picture}`],
    );
    expect(ran).toMatchObject({
      status: 0,
      stderr: "missing here: companion function fetch\n",
    });
    expect(ran.stdout).toContain("there is no function fetch here");
    expect(readFileSync(picture, "utf8")).toMatch(/^<svg .*>12 34<\/text>/);
  });

  test.each([
    ["no command", [], /fitbit-sim run FILE\.fba/],
    ["an unknown one", ["walk"], /^unknown command "walk"; known: run, serve/],
    ["no file", ["run"], /^FILE\.fba is missing\n$/],
    [
      "a file that is not there",
      ["run", "no.fba"],
      /^"no\.fba" cannot be read/,
    ],
    ["no package", ["serve", "package.json"], /^"package\.json": .*zip/],
    ["two files", ["run", "a.fba", "b.fba"], /^one package .*"b\.fba"\n$/],
    ["an unknown option", ["run", "a.fba", "--fast"], /--fast/],
    ["a wrong value", ["run", "a.fba", "--seed", "x"], /^--seed is "x"/],
    ["a wrong port", ["serve", "a.fba", "--port", "99999"], /^--port is /],
  ])("says what is wrong with %s, and ends with 2", (_, args, says) => {
    const ran = installed.command(...args);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  test.each([
    [["--version"], /^\d+\.\d+\.\d+\n$/],
    [["--help"], /fitbit-sim serve FILE\.fba/],
    [["run", "--help"], /Exit code: 0 .*, 1 .*, 2 /],
    [["serve", "--help"], /--port N/],
  ])("answers %j", (args, says) => {
    const ran = installed.command(...args);
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout).toMatch(says);
  });
});

describe("the entries, installed alone", () => {
  const PLAY = `
    const world = await createWorld(openPackage(readFileSync("tiles.fba")));
    world.watch.launch();
    world.run(1000);
    const images = new PackageImages(world.watch.bundle);
    try {
      openPackage(new Uint8Array(3));
    } catch (error) {
      console.log(world.nowMs, error instanceof PackageError, typeof images);
    }
    console.log(typeof servePage, typeof inlinePackage, typeof Run);
    world.dispose();`;
  const ENTRIES = [
    ["fitbit-simulator", "createWorld, openPackage, PackageError"],
    ["fitbit-simulator/draw", "PackageImages"],
    ["fitbit-simulator/testing", "inlinePackage"],
    ["fitbit-simulator/run", "Run"],
    ["fitbit-simulator/serve", "servePage"],
    ["node:fs", "readFileSync"],
  ] as const;
  const SAYS = "1000 true object\nfunction function function\n";

  test("are imported as ES modules", () => {
    const imports = ENTRIES.map(
      ([from, names]) => `import { ${names} } from "${from}";`,
    );
    const file = installed.file("play.mjs", imports.join("\n") + PLAY);
    const ran = installed.run(process.execPath, file);
    expect(ran).toMatchObject({ status: 0, stdout: SAYS, stderr: "" });
  });

  test("are required as CommonJS", () => {
    const requires = ENTRIES.map(
      ([from, names]) => `const { ${names} } = require("${from}");`,
    );
    const play = `${requires.join("\n")}\n(async () => {${PLAY}\n})();`;
    const file = installed.file("play.cjs", play);
    const ran = installed.run(process.execPath, file);
    expect(ran).toMatchObject({ status: 0, stdout: SAYS, stderr: "" });
  });

  test.each([
    ["node16", ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    ["bundler", ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ])("have types that compile: %s", (name, module, moduleResolution) => {
    const file = installed.file(
      `${name}.ts`,
      `import { createWorld, openPackage, type World } from "fitbit-simulator";
import { drawSvg } from "fitbit-simulator/draw";
import { observe } from "fitbit-simulator/testing";
import { Run, runOptions } from "fitbit-simulator/run";
import { servePage } from "fitbit-simulator/serve";
export const opened: Promise<World> = createWorld(openPackage(new Uint8Array()));
// @ts-expect-error the types are not "any"
export const none: number = openPackage(new Uint8Array());
export { drawSvg, observe, Run, runOptions, servePage };
`,
    );
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module,
      moduleResolution,
      // `./run` names types of Node.
      types: ["node"],
      typeRoots: [join(PACKAGE, "../../node_modules/@types")],
    });
    // The types of Node and of the language are not ours to check.
    const ours = program
      .getSourceFiles()
      .filter(({ fileName }) => fileName.startsWith(installed.folder));
    expect(ours.length).toBeGreaterThan(10);
    const faults = ours.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]);
    expect(
      faults.map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, "\n"),
      ),
    ).toEqual([]);
  });
});
