import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireProject, runAgain } from "../src/cli/run-again";
import { CommandFailure } from "../src/run";
import { inlinePackageBytes } from "../src/testing/inline-package";

// `fitbit-sim run FOLDER --watch`, but for the toolchain itself: that takes five seconds.

const folder = mkdtempSync(join(tmpdir(), "again-"));
const SOURCE = join(folder, "app/index.js");
let saves = 0;

beforeAll(() => {
  mkdirSync(join(folder, "app"));
  mkdirSync(join(folder, "build"));
  writeFileSync(join(folder, "package.json"), `{ "fitbit": {} }`);
});
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true }));

/** Saves the source, later than all before. */
function save(code: string): void {
  writeFileSync(SOURCE, code);
  saves += 1;
  const at = Date.now() / 1000 + 100 * saves;
  utimesSync(SOURCE, at, at);
}

function build(): void {
  const code = readFileSync(SOURCE, "utf8");
  if (code === "bad") throw new CommandFailure("fitbit-build failed: bad");
  writeFileSync(
    join(folder, "build/app.fba"),
    inlinePackageBytes({ app: code }),
  );
}

/** Starts it; `log` is what it did and said. */
function start(run: (ended: AbortSignal) => Promise<void>) {
  const stop = new AbortController();
  const log: string[] = [];
  const over = runAgain({
    folder,
    build: () => {
      log.push("build");
      build();
    },
    run: (_file, ended) => {
      log.push("run");
      return run(ended);
    },
    say: (line) => log.push(line.replace(folder, "FOLDER")),
    stopped: stop.signal,
  });
  return { log, stop, over };
}

const WAITING = "waiting for a change in FOLDER";
const AGAIN = "changed: built and run again";

test("is built and run again at a change, and a build that fails is told", async () => {
  save("1");
  const { log, stop, over } = start(async () => undefined);
  await jest.advanceTimersByTimeAsync(5000);
  expect(log.splice(0)).toEqual(["build", "run", WAITING]);
  save("bad");
  await jest.advanceTimersByTimeAsync(5000);
  expect(log.splice(0)).toEqual([
    AGAIN,
    "build",
    "fitbit-build failed: bad",
    WAITING,
  ]);
  save("2");
  await jest.advanceTimersByTimeAsync(5000);
  expect(log.splice(0)).toEqual([AGAIN, "build", "run", WAITING]);
  stop.abort();
  await over;
});

test("a run that goes on is ended by a change, several saves in a row are one", async () => {
  save("1");
  const { log, stop, over } = start(
    (ended) =>
      new Promise((resolve) =>
        ended.addEventListener("abort", () => resolve()),
      ),
  );
  await jest.advanceTimersByTimeAsync(1000);
  save("2");
  await jest.advanceTimersByTimeAsync(400);
  save("3");
  await jest.advanceTimersByTimeAsync(3000);
  expect(log).toEqual(["build", "run", AGAIN, "build", "run"]);
  stop.abort();
  await over;
});

test("a folder that is no project is refused", () => {
  expect(() => requireProject(join(folder, "app"))).toThrow(
    /--watch takes the folder of a project; ".*app" has no package\.json/,
  );
  writeFileSync(join(folder, "app/package.json"), "{}");
  expect(() => requireProject(join(folder, "app"))).toThrow(
    /package\.json of ".*app" has no part "fitbit"/,
  );
  rmSync(join(folder, "app/package.json"));
});
