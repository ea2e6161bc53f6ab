import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import {
  ArgumentError,
  NO_STATE,
  readState,
  StateFolder,
  type StoredState,
} from "../src/run";
import { stateText } from "../src/run/state/state-text";

const LOCKS = require.resolve("fs-native-extensions");
const root = mkdtempSync(join(tmpdir(), "state-"));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;
const newPath = (): string => join(root, `folder-${++folders}`);

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

function state(mark: string): StoredState {
  return {
    app: { id: "an-id", name: "An app" },
    wallMs: 1_767_250_800_000,
    phone: { local: { history: mark }, settings: { goal: "3" } },
    watchFiles: new Map([
      ["journal", bytes(`${mark} journal`)],
      [mark, bytes(mark)],
    ]),
    queue: [{ to: "phone", name: "s-1", data: bytes(mark.repeat(1000)) }],
    inbox: [{ to: "watch", name: "routine", data: bytes(mark) }],
  };
}
const OLD = state("old");
const NEW = state("new");
/** An earlier folder did not know whose it was. */
const EARLIER: StoredState = { ...OLD, app: undefined };

function withState(held: StoredState): string {
  const folder = newPath();
  const opened = StateFolder.open(folder, "a test");
  opened.save(held);
  opened.close();
  return folder;
}

/** A folder as versions before 0.1.0 wrote it. */
function earlierFolder(): string {
  const folder = newPath();
  const put = (name: string, content: string | Uint8Array): void => {
    const file = join(folder, name);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, content);
  };
  const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64");
  const sent = (files: StoredState["queue"]) =>
    files.map((file) => ({ ...file, data: base64(file.data) }));
  const { wallMs, phone, watchFiles, queue, inbox } = OLD;
  for (const [name, data] of watchFiles) put(`watch/${name}`, data);
  put("phone/local-storage.json", JSON.stringify(phone!.local));
  put("phone/settings.json", JSON.stringify(phone!.settings));
  const link = { wallMs, queue: sent(queue), inbox: sent(inbox) };
  put("world.json", JSON.stringify(link));
  return folder;
}

let program: string;
beforeAll(() => {
  program = join(root, "dying-save.cjs");
  buildSync({
    entryPoints: [join(__dirname, "support/dying-save.ts")],
    outfile: program,
    bundle: true,
    format: "cjs",
    platform: "node",
    // Beside the program there are no packages.
    alias: { "fs-native-extensions": LOCKS },
    external: [LOCKS],
    logLevel: "error",
  });
});

/** Saves the new state in a process of its own, killed at its n-th change of the folder. */
function save(folder: string, killAt: number, inShell = "") {
  const command = `${inShell} exec "${process.execPath}" "$@"`;
  const args = [program, folder, String(killAt), stateText(NEW)];
  return spawnSync("sh", ["-c", command, "sh", ...args], {
    encoding: "utf8",
  });
}

describe("a run that is killed at any change of its state folder", () => {
  test.each<[string, () => string, StoredState]>([
    ["a new one", newPath, NO_STATE],
    ["one with a state", () => withState(OLD), OLD],
    ["one of an earlier version", earlierFolder, EARLIER],
  ])("leaves the old state or the new one, whole: %s", (_, make, old) => {
    const start = make();
    const copy = (): string => {
      const folder = newPath();
      if (existsSync(start)) cpSync(start, folder, { recursive: true });
      return folder;
    };
    const whole = copy();
    const ran = save(whole, 0);
    expect(ran.stderr).toBe("");
    const changes = ran.stdout.trim().split(",");
    // What has its name is on the disk, and so is the name.
    expect(changes.join()).toContain(
      "writeFileSync,fsyncSync,renameSync,fsyncSync",
    );
    expect(readState(whole)).toEqual(NEW);
    expect(readdirSync(whole).sort()).toEqual(["lock", "state.json"]);
    const left: string[] = [];
    for (let n = 1; n <= changes.length; n++) {
      const folder = copy();
      expect(save(folder, n).signal).toBe("SIGKILL");
      const found = readState(folder);
      left.push(found.phone?.local["history"] === "new" ? "new" : "old");
      expect([n, found]).toEqual([n, left.at(-1) === "new" ? NEW : old]);
      // The dead one holds nothing, and what it left is no obstacle.
      const opened = StateFolder.open(folder, "a test");
      opened.save(NEW);
      opened.close();
      expect(readState(folder)).toEqual(NEW);
      expect(readdirSync(folder)).toHaveLength(2);
    }
    // First old, then new, never back.
    expect(left).toEqual([...left].sort().reverse());
    expect(new Set(left).size).toBe(2);
  });

  test("keeps the state of before where the disk is full", () => {
    const folder = withState(OLD);
    // There is room for 512 bytes or 1024, by the shell, so the first write is a short one.
    const full = `trap "" XFSZ; ulimit -f 1;`;
    const ran = save(folder, 0, full);
    expect(ran.stderr).toContain(`--state "${folder}": EFBIG`);
    expect(ran.status).toBe(1);
    expect(readState(folder)).toEqual(OLD);
    expect(readdirSync(folder).sort()).toEqual(["lock", "state.json"]);
  });
});

describe("a folder that cannot be used is left as it is, and one line says why", () => {
  /** What is said when the folder is opened; nobody may hold it afterwards. */
  function refusal(folder: string): string {
    try {
      StateFolder.open(folder, "a test").close();
    } catch (error) {
      expect(error).toBeInstanceOf(ArgumentError);
      expect((error as Error).message).not.toContain("\n");
      return (error as Error).message;
    }
    return "";
  }

  test("state.json cut off anywhere", () => {
    const folder = withState(OLD);
    const file = join(folder, "state.json");
    const whole = readFileSync(file);
    // Without its last brace and line end.
    for (let length = 0; length <= whole.length - 2; length += 250) {
      writeFileSync(file, whole.subarray(0, length));
      expect(refusal(folder)).toMatch(
        /: state\.json: it is (empty|damaged or no JSON.*)\. Still good in it: nothing\. Nothing was changed; move the file away to begin anew$/,
      );
      expect(readFileSync(file)).toEqual(whole.subarray(0, length));
    }
    writeFileSync(file, whole);
    expect(refusal(folder)).toBe("");
  });

  test.each([
    ["{}", "state.json: it holds no state of a run"],
    ["[]", "state.json: what it holds is []; allowed: an object"],
    ['{"version":2}', "newer than this program: update it"],
    ['{"version":1}', "watch is missing; allowed: an object"],
    [
      '{"version":1,"watch":{"a":"?"},"queue":[],"inbox":[]}',
      'watch: "a" is "?"; allowed: base64. Still good in it: queue, inbox. Nothing',
    ],
    ['{"version":1,"wallMs":1e99}', "wallMs is 1e+99; allowed: milliseconds"],
    [
      '{"version":1,"phone":{"local":{},"settings":{"goal":3}}}',
      'phone.settings: "goal" is 3; allowed: a string',
    ],
    [
      '{"version":1,"watch":{},"queue":[{"to":"moon"}],"inbox":[]}',
      'queue[0].to is "moon"; allowed: watch, phone',
    ],
  ])("state.json with %s", (text, says) => {
    const folder = newPath();
    mkdirSync(folder);
    writeFileSync(join(folder, "state.json"), text);
    expect(refusal(folder)).toContain(says);
    expect(readFileSync(join(folder, "state.json"), "utf8")).toBe(text);
  });

  test("an earlier folder with damaged files: what is whole is said, too", () => {
    const folder = earlierFolder();
    writeFileSync(join(folder, "world.json"), "");
    writeFileSync(join(folder, "phone/settings.json"), '{"goal":');
    const said = refusal(folder);
    expect(said).toContain("world.json (clock and link): it is empty; ");
    expect(said).toContain(
      "settings.json (the settings): it is damaged or no JSON",
    );
    expect(said).toContain(
      "whole: phone/local-storage.json (the phone's history), watch (the watch's files)",
    );
    expect(said).toContain("move the damaged file away to go on without it");
    rmSync(join(folder, "world.json"));
    rmSync(join(folder, "phone/settings.json"));
    expect(readState(folder)).toMatchObject({
      phone: { local: OLD.phone!.local, settings: {} },
      watchFiles: OLD.watchFiles,
    });
  });

  test("a file where the folder should be", () => {
    const file = newPath();
    writeFileSync(file, "x");
    const says = `--state "${file}": there is a file of this name, not a folder`;
    expect(refusal(file)).toBe(says);
    expect(refusal(join(file, "inside"))).toContain("not a folder");
    expect(readFileSync(file, "utf8")).toBe("x");
  });

  test("another app's", () => {
    const opened = StateFolder.open(withState(OLD), "a test");
    const other = { id: "other-id", name: "Other" };
    expect(() => opened.requireOwner(other)).toThrow(
      /belongs to "An app" \("an-id"\), not to "Other" \("other-id"\)/,
    );
    opened.requireOwner({ id: "an-id", name: "The same app, renamed" });
    opened.close();
  });

  test("one that another run holds", () => {
    const folder = withState(OLD);
    const opened = StateFolder.open(folder, "the first run");
    expect(refusal(folder)).toContain(
      `is in use by process ${process.pid} (the first run, since `,
    );
    expect(readState(folder)).toEqual(OLD);
    opened.close();
    expect(refusal(folder)).toBe("");
  });
});

test("other files of the same names in a folder are left alone", () => {
  const folder = newPath();
  mkdirSync(join(folder, "phone"), { recursive: true });
  mkdirSync(join(folder, "watch"));
  writeFileSync(join(folder, "phone/notes.ts"), "mine");
  writeFileSync(join(folder, "watch/notes.ts"), "mine");
  const opened = StateFolder.open(folder, "a test");
  expect(opened.state).toEqual(NO_STATE);
  opened.save(NEW);
  opened.close();
  expect(readFileSync(join(folder, "phone/notes.ts"), "utf8")).toBe("mine");
  expect(readFileSync(join(folder, "watch/notes.ts"), "utf8")).toBe("mine");
});
