import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readState } from "fitbit-simulator/run";
import { RUNS } from "../support/commands";
import { defaultRoutine } from "../../common/default-routine";
import { routineCode } from "../../phone/routine-code/code";
import { SESSION_FILE } from "../../common/wire/link";

const ROOT = join(__dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "stopped-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
const newFolder = (): string => join(root, `folder-${++folders}`);

const SESSION = ["--require", "tsx/cjs", "tools/session/session.ts"];
const PHONE = ["--require", "tsx/cjs", "tools/phone/phone.ts"];
const PLACE = { cwd: ROOT, encoding: "utf8" as const };

const short = join(root, "short.json");
writeFileSync(
  short,
  JSON.stringify({ ready: 3, items: [{ exercise: "plank", hold: 15 }] }),
);

function run(command: string[], ...args: string[]) {
  return spawnSync(process.execPath, [...command, ...args], PLACE);
}

/** A session that was started; what it prints is read line by line. */
class Started {
  readonly child: ChildProcess;
  private said = "";
  private complained = "";
  private readonly ended: Promise<unknown>;

  constructor(...args: string[]) {
    const command = [...SESSION, "--routine", short, ...args];
    this.child = spawn(process.execPath, command, PLACE);
    this.ended = new Promise((resolve) => this.child.once("close", resolve));
    this.child.stderr!.on("data", (part) => (this.complained += String(part)));
    this.child.stdout!.on("data", (part) => (this.said += String(part)));
  }

  /** Waits until it has printed a line like this. */
  async says(line: RegExp): Promise<void> {
    while (!line.test(this.said)) {
      const more = new Promise((resolve) =>
        this.child.stdout!.once("data", resolve),
      );
      const over = await Promise.race([more, this.ended.then(() => "over")]);
      if (over === "over") throw new Error(`ended: ${this.complained}`);
    }
  }

  /** Sends a signal and waits for the end. */
  async getsSignal(signal: NodeJS.Signals) {
    this.child.kill(signal);
    await this.ended;
    const { exitCode, signalCode } = this.child;
    return { exitCode, signalCode, stderr: this.complained };
  }
}

/** Where the phone says that it has stored the session, and the watch has heard it. */
const ACKNOWLEDGED = /"to":"watch","name":"(?!routine).*"state":"transferred"/;
const STORED = new RegExp(
  `"to":"phone","name":"${SESSION_FILE}.*"state":"transferred"[^]*${ACKNOWLEDGED.source}`,
);

function sessionsIn(folder: string): unknown[] {
  const { stdout } = run(PHONE, "--state", folder, "--export", "json");
  return JSON.parse(stdout) as unknown[];
}

/** Fast enough for a test; the run still lasts an hour of its time. */
const REAL_TIME = ["--speed", "60", "--until", "36000"];

test("a second run on a folder is refused until the first has ended, however it ends", async () => {
  const state = newFolder();
  const first = new Started("--state", state, "--speed", "1");
  await first.says(/"type":"launch"/);
  const second = run(SESSION, "--state", state);
  expect(second).toMatchObject({ status: 2, stdout: "" });
  expect(second.stderr.trim().split("\n")).toHaveLength(1);
  const holder = `in use by process ${first.child.pid} (npm run session, since `;
  expect(second.stderr).toContain(holder);
  expect(second.stderr).toContain("nothing of this run would be kept");
  const code = ["--state", state, "--import", routineCode(defaultRoutine())];
  expect(run(PHONE, ...code)).toMatchObject({ status: 2, stdout: "" });
  await first.getsSignal("SIGKILL");
  expect(run(PHONE, ...code)).toMatchObject({ status: 0, stderr: "" });
});

test("what the phone has acknowledged outlives a kill", async () => {
  const state = newFolder();
  const started = new Started("--state", state, ...REAL_TIME);
  await started.says(STORED);
  await started.getsSignal("SIGKILL");
  expect(sessionsIn(state)).toHaveLength(1);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends a run in order, its state kept", async (signal, code) => {
  const state = newFolder();
  const started = new Started("--state", state, "--speed", "1");
  await started.says(/"type":"screen","view":"[^"]*work/);
  const ended = await started.getsSignal(signal);
  expect(ended).toEqual({ exitCode: code, signalCode: null, stderr: "" });
  expect(readState(state).watchFiles.has("journal")).toBe(true);
});

describe("a run whose output goes away ends in order, its state kept", () => {
  const shell = (command: string, state: string) =>
    spawnSync(
      "bash",
      [
        ...["-c", `set -o pipefail; ${command}`, "bash"],
        ...[process.execPath, ...SESSION, "--state", state],
      ],
      PLACE,
    );

  test("a reader that has enough", () => {
    const state = newFolder();
    const ran = shell('"$@" | head -3', state);
    expect(ran).toMatchObject({ status: 141, stderr: "" });
    expect(ran.stdout.trim().split("\n")).toHaveLength(3);
    expect(readState(state).app?.name).toBe("Runner's Core");
  });

  test("a full disk", () => {
    const state = newFolder();
    const ran = shell('"$@" > /dev/full', state);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/^the output cannot be written \(ENOSPC\).*\n$/);
    expect(readState(state).app?.name).toBe("Runner's Core");
  });
});

test.each(RUNS)(
  "%s says in one line that its output has no room",
  (command) => {
    const script = `"${process.execPath}" --require tsx/cjs ${command} --help`;
    const ran = spawnSync("sh", ["-c", `${script} > /dev/full`], PLACE);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/^the output cannot be written \(ENOSPC\).*\n$/);
  },
);
