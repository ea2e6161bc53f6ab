import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultRoutine } from "../../common/default-routine";
import { routineCode } from "../../phone/routine-code/code";
import { History } from "../../phone/history/history";
import { readRoutine } from "../../common/read-routine";
import { NO_STATE, StateFolder } from "fitbit-simulator/run";
import { storeOf } from "../../tools/phone/memory-store";
import { record } from "../../verification/builders/records";

const ROOT = join(__dirname, "../..");

function phone(...args: string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  return spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", "tools/phone/phone.ts", ...args],
    { cwd: ROOT, encoding: "utf8" },
  );
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), "phone-"));
}

/** A state folder whose phone has stored these sessions. */
function withSessions(count: number): string {
  const state = folder();
  const local = {};
  const history = History.open(storeOf(local))!;
  for (let i = 0; i < count; i++) {
    history.add({ kind: "session", record: record(1772434800 + i * 86400) });
  }
  const held = StateFolder.open(state, "a test");
  const phone = { local, settings: { "plank.hold": "45" } };
  held.save({ ...NO_STATE, phone });
  held.close();
  return state;
}

it("prints routine, revision, totals and sessions of a phone", () => {
  const { status, stdout } = phone("--state", withSessions(3));
  expect(status).toBe(0);
  const held = JSON.parse(stdout);
  expect(held).toMatchObject({
    revision: 0,
    minutes: 19,
    totals: { sessions: 3, activeSeconds: 3079.5, reps: 135 },
    sessions: [{}, {}, { start: 1772434800 + 2 * 86400 }],
  });
  expect(readRoutine(held.routine)).toMatchObject({
    ok: true,
    value: { items: [{}, {}, { hold: 45 }, {}, {}] },
  });
});

it("exports the history as CSV and JSON", () => {
  const state = withSessions(12);
  const csv = phone("--state", state, "--export", "csv");
  expect(csv.stdout.split("\r\n")).toHaveLength(14);
  expect(csv.stdout).toContain(",2026-03-02T08:00:00+01:00,completed,");
  const json = phone("--state", state, "--export", "json");
  expect(JSON.parse(json.stdout)).toHaveLength(12);
});

it("restores an exported history on another phone, twice without doubles", () => {
  const from = withSessions(12);
  const file = join(from, "export.json");
  writeFileSync(file, phone("--state", from, "--export", "json").stdout);
  const to = folder();
  const restored = (): unknown =>
    JSON.parse(phone("--state", to, "--restore", file).stdout);
  const none = { known: 0, deleted: 0, full: 0, unusable: 0 };
  expect(restored()).toEqual({ stored: 12, ...none });
  expect(restored()).toEqual({ stored: 0, ...none, known: 12 });
  const csv = (state: string): string =>
    phone("--state", state, "--export", "csv").stdout;
  expect(csv(to)).toBe(csv(from));
});

it("deletes a session and takes that back", () => {
  const state = withSessions(3);
  const { id } = record(1772434800 + 86400);
  const all = phone("--state", state, "--export", "json").stdout;
  const deleted = phone("--state", state, "--delete", id);
  expect(JSON.parse(deleted.stdout)).toMatchObject({
    delete: id,
    totals: { sessions: 2, reps: 90 },
  });
  expect(phone("--state", state, "--export", "csv").stdout).not.toContain(id);
  expect(phone("--state", state, "--delete", id)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("no such session"),
  });
  phone("--state", state, "--undo-delete", id);
  expect(phone("--state", state, "--export", "json").stdout).toBe(all);
});

it("takes over the code that another phone printed", () => {
  const code = phone("--state", withSessions(0), "--routine-code").stdout;
  const state = folder();
  expect(phone("--state", state, "--import", code)).toMatchObject({
    status: 0,
    stdout: '{"name":"Runner\'s Core","exercises":5,"minutes":19}\n',
  });
  expect(phone("--state", state, "--routine-code").stdout).toBe(code);
});

it("adds a routine by its code, and chooses between the two", () => {
  const state = withSessions(0);
  const short = { ...defaultRoutine(), name: "Short" };
  short.items = short.items.slice(2, 4);
  const added = phone("--state", state, "--add", routineCode(short));
  expect(added.stdout).toBe('{"name":"Short","exercises":2,"minutes":4}\n');
  expect(JSON.parse(phone("--state", state).stdout)).toMatchObject({
    routine: { name: "Short" },
    routines: [
      { id: "1", name: "Runner's Core", chosen: false },
      { id: "2", name: "Short", chosen: true },
    ],
  });
  const chosen = phone("--state", state, "--choose", "1");
  expect(JSON.parse(chosen.stdout)).toMatchObject({ name: "Runner's Core" });
  expect(phone("--state", state, "--choose", "3")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--choose is "3"; allowed: 1, 2'),
  });
});

it("refuses bad arguments with one line that says what is wrong", () => {
  const broken = folder();
  writeFileSync(
    join(broken, "state.json"),
    '{"version":1,"phone":{"local":{},"settings":{"goal":3}}}',
  );
  const code = routineCode(defaultRoutine());
  const refusals: Array<[string[], string]> = [
    [[], "--state DIR is needed"],
    [["--nonsense"], "--nonsense"],
    [["--state", folder()], "holds no phone yet"],
    [["--state", broken], '"goal" is 3; allowed: a string'],
    [["--state", broken, "--export", "xml"], "allowed: csv, json"],
    [["--state", broken, "--import", code.slice(0, -1)], "undamaged code"],
    [["--state", broken, "--import", code, "--routine-code"], "exclude"],
    [["--state", broken, "--delete", "../x"], "the id of a session"],
    [["--state", broken, "--restore", "none.json"], "no file to be read"],
    [["--state", broken, "--restore", "package.json"], "exported as JSON"],
  ];
  refusals.forEach(([args, why]) => {
    const { status, stdout, stderr } = phone(...args);
    expect([args, status, stdout]).toEqual([args, 2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(why);
  });
});
