import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readState } from "fitbit-simulator/run";
import { sessionOptions } from "../../tools/session/options";

const ROOT = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "session-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  t: number;
  type: string;
  [field: string]: unknown;
}

interface Ran {
  status: number | null;
  stdout: string;
  /** Of standard error, without what is said of the memory. */
  lines: string[];
  /** What standard error says of the memory. */
  memory: string[];
  of(type: string): Line[];
}

/** `npm run session` with these arguments. */
function session(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", "tsx/cjs", "tools/session/session.ts", ...args],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const said = stderr.split("\n").filter((line) => line !== "");
  const ofMemory = (line: string) => line.includes("of JerryScript");
  const lines = said.filter((line) => !ofMemory(line));
  const memory = said.filter(ofMemory);
  const of = (type: string) =>
    stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Line)
      .filter((line) => line.type === type);
  return { status, stdout, lines, memory, of };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SHORT = JSON.stringify({
  name: "Short one",
  ready: 5,
  items: [
    { exercise: "plank", hold: 20 },
    { exercise: "cobra", sets: 1 },
  ],
});

/** Actions as arguments. */
function script(...actions: string[]): string[] {
  return actions.flatMap((action) => ["--do", action]);
}

describe("npm run session", () => {
  test("plays a completed session and sums up last", () => {
    const run = session();
    expect(run.status).toBe(0);
    expect(run.lines).toEqual([]);
    const [saved] = run.of("session");
    expect(saved).toMatchObject({
      outcome: "completed",
      activeSeconds: 1153,
      items: [
        { exercise: "hip-raise", sets: 3, reps: 45, holdSeconds: 225 },
        { exercise: "reverse-hip-raise", sets: 3, reps: 45 },
        { exercise: "plank", sets: 1, holdSeconds: 60 },
        {
          exercise: "side-plank",
          holdSeconds: 120,
          sides: { left: { holdSeconds: 60 }, right: { holdSeconds: 60 } },
        },
        { exercise: "cobra", sets: 3, holdSeconds: 90, skipped: false },
      ],
    });
    const last = JSON.parse(run.stdout.trim().split("\n").pop()!) as Line;
    expect(last).toEqual({
      t: expect.any(Number),
      type: "summary",
      seconds: last.t,
      vibrations: run.of("vibrate").length,
      heapPeak: expect.any(Number),
      memory: {
        peak: expect.any(Number),
        error: expect.any(Number),
        limit: 44 * 1024,
        fit: expect.any(String),
      },
      textWrites: expect.any(Number),
      wallMs: expect.any(Number),
    });
    expect(last.t).toBeLessThan(1165);
    for (const type of ["screen", "display", "exercise", "file", "transfer"]) {
      expect(run.of(type).length).toBeGreaterThan(0);
    }
  });

  test("says about how much of a watch's memory that took, and warns of too much", () => {
    const options = ["--until", "300", ...script("1:tap:start")];
    const [summary] = session(...options).of("summary");
    const { peak, fit } = summary!["memory"] as { peak: number; fit: string };
    const run = session(...options, "--format", "text");
    const text = `about ${Math.round(peak / 1024)} KB of JerryScript (±`;
    expect(run.stdout.trim().split("\n").pop()).toMatch(/^memory: about/);
    expect(run.stdout).toContain(text);
    expect(run.stdout).toContain(`leaves an app 44 KB: ${fit}`);
    expect(run.memory).toHaveLength(peak > 44 * 1024 ? 1 : 0);
  });

  test("goes on after a kill, in the dark and with late timers", () => {
    const run = session(
      ...["--display", "off", "--jitter", "100", "--seed", "7"],
      ...script(
        ...["1:tap:start", "300:kill", "320:launch", "325:tap:resume-session"],
      ),
    );
    expect(run.status).toBe(0);
    expect(run.of("session")).toMatchObject([
      {
        outcome: "completed",
        items: [
          { sets: 3, reps: 45, holdSeconds: 225 },
          { sets: 3, reps: 45, holdSeconds: 90 },
          { sets: 1, holdSeconds: 60 },
          { sets: 1, holdSeconds: 120 },
          { sets: 3, holdSeconds: 90 },
        ],
      },
    ]);
  });

  test("plays a routine of one's own, by every kind of action", () => {
    const run = session(
      ...["--routine", file("short.json", SHORT)],
      ...script(
        ...["1:tap:start", "8:tap:pause", "9:swipe-back", "10:tap:keep-going"],
        ...["11:tap:resume", "12:display-off", "13:display-on"],
        ...["14:clock:+3600", "15:clock:-3600", "16:phone-away"],
        ...["34:tap:more-rest", "40:tap:skip", "100:phone-back"],
      ),
    );
    expect(run.status).toBe(0);
    expect(run.lines).toEqual([]);
    expect(run.of("session")).toMatchObject([
      {
        routine: "Short one",
        outcome: "completed",
        pausedSeconds: 3,
        items: [
          { exercise: "plank", holdSeconds: 20 },
          { exercise: "cobra", holdSeconds: 30 },
        ],
      },
    ]);
  });

  test("a routine takes the place of what the phone had chosen before", () => {
    const state = join(folder, "chosen");
    const one = {
      name: "One",
      ready: 3,
      items: [{ exercise: "plank", hold: 15 }],
    };
    const two = { ready: 3, items: [{ exercise: "cobra", sets: 1, hold: 15 }] };
    const play = (...more: string[]) =>
      session("--state", state, ...more).of("session");
    play("--routine", file("one.json", JSON.stringify(one)));
    const cobra = [{ exercise: "cobra", sets: 1, holdSeconds: 15 }];
    const played = play("--routine", file("two.json", JSON.stringify(two)));
    expect(played).toMatchObject([{ routine: "Runner's Core", items: cobra }]);
    expect(play()).toMatchObject([{ routine: "Runner's Core", items: cobra }]);
  });

  test("ends where it is told to; warns of a tap on what is not there", () => {
    const actions = script("1:tap:start", "5:tap:nothing");
    const run = session("--until", "100", ...actions);
    expect(run.status).toBe(1);
    expect(run.lines).toEqual([
      'tap:nothing at 5: there is no "nothing" in this view',
      "no session was saved",
    ]);
    expect(run.of("summary")).toMatchObject([{ t: 100, seconds: 100 }]);
  });

  test("keeps the watch between two runs", () => {
    const state = join(folder, "state");
    const routine = file("short.json", SHORT);
    const options = ["--state", state, "--routine", routine];
    const first = session(
      ...options,
      ...["--until", "30", "--do", "1:tap:start"],
    );
    expect(first.status).toBe(1);
    expect(readState(state).watchFiles.has("journal")).toBe(true);
    const second = session("--state", state, ...script("2:tap:resume-session"));
    expect(second.status).toBe(0);
    expect(second.of("session")).toMatchObject([
      { outcome: "completed", routine: "Short one" },
    ]);
  });

  test("tells it in words", () => {
    const routine = file("short.json", SHORT);
    const run = session("--routine", routine, "--format", "text");
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("Front plank");
    expect(run.stdout).toContain("Short one");
    expect(run.stdout).not.toContain('{"t"');
  });
});

describe("a file that makes no sense: exit 2 and one line", () => {
  test.each<[what: string, option: string, content: string, says: RegExp]>([
    ["no JSON", "routine", '{"items": [', /no JSON/],
    ["an empty object", "routine", "{}", /items .*allowed: a list/],
    [
      "a wrong field",
      "routine",
      '{"items":[{"exercise":"plank","hold":601}]}',
      /items\[0\]\.hold is 601; allowed: .*0 to 600/,
    ],
    ["no package", "package", SHORT, /not a zip/],
    ["a file for a folder", "state", "x", /--state/],
  ])("%s", (what, option, content, says) => {
    const path = file("wrong", content);
    const run = session(`--${option}`, path);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.lines).toHaveLength(1);
    expect(run.lines[0]).toContain(path);
    expect(run.lines[0]).toMatch(says);
  });
});

describe("an argument that makes no sense is refused in one line", () => {
  test.each([
    ["--seed x", /--seed is "x"; allowed: a whole number from 0 to 4294967295/],
    ["--seed 4294967296", /allowed: a whole number from 0 to 4294967295/],
    ["--seed 1.5", /allowed: a whole number from 0 to 4294967295/],
    ["--jitter lots", /--jitter is "lots"; allowed: a number from 0 to 60000/],
    ["--jitter=-1", /--jitter is "-1"/],
    ["--speed 0", /--speed is "0"; allowed: a number from 0.01 to 1000000/],
    ["--until soon", /--until is "soon"; allowed: .* from 0 to 10000000/],
    ["--display dim", /--display is "dim"; allowed: on, off, auto/],
    ["--format xml", /--format is "xml"; allowed: ndjson, text/],
    ["--do 5", /--do is "5"; allowed: "SECONDS:ACTION"/],
    ["--do x:kill", /--do is "x:kill"; allowed: .* from 0 to 10000000/],
    ["--do 10000001:kill", /allowed: .* SECONDS from 0 to 10000000/],
    ["--do 5:kill-at-step:0", /from 1 to 999999/],
    ["--do 5:kill-at-file:1000000", /from 1 to 999999/],
    ["--do 5:heap-left:1000000", /bytes from 0 to 999999/],
    ["--do 5:clock:+1000000000", /from -999999999 to \+999999999/],
    ["--do 5:dance", /known actions: tap:ID, .*clock/],
    ["--do 5:tap", /tap needs the id/],
    ["--do 5:kill:9", /kill takes no value/],
    ["--do 5:clock:7", /clock needs signed seconds/],
    ["--dance", /--dance/],
    ["dance", /dance/],
    ["--do", /--do .*missing/],
  ])("%s", (args, says) => {
    let message = "";
    try {
      sessionOptions(args.split(" "));
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(says);
    expect(message).not.toContain("\n");
  });

  test("by the command with exit 2", () => {
    const run = session("--seed", "x");
    expect(run.status).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.lines).toHaveLength(1);
  });
});
