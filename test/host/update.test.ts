import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROUTINE_FILE } from "../../common/wire/link";
import { entryLine } from "../../phone/history/export";
import { disposeWorlds } from "fitbit-simulator/testing";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { shortRoutine } from "../../verification/builders/routines";
import { packRoutine } from "../../common/wire/routine";
import { packRoutine1 } from "../../verification/builders/version-1";
import { historyOf, summaryOf } from "../phone/host/phone";
import { type Wearer, wearer } from "../support/host";

// What the app of version 1 left, and this one finds after the update. The
// files of test/host/version-1 were written by that app: a watch that was
// switched off in the second set of a session, one finished session waiting;
// and a phone with a session in its history. Both have a goal of five, strong
// cues and no halfway cue.

afterEach(disposeWorlds);

interface Left {
  wallMs: number;
  files: { [name: string]: string };
}

function left<T>(name: string): T {
  const path = join(__dirname, "version-1", name + ".json");
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** Files of the watch before the update. */
function watchFiles(): Map<string, Uint8Array> {
  const { files } = left<Left>("watch");
  return new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      new Uint8Array(Buffer.from(text, "base64")),
    ]),
  );
}

/** The watch of before, with this app on it, 20 s after it was switched off. */
async function updated(
  files = watchFiles(),
  companion = false,
): Promise<Wearer> {
  const epochMs = left<Left>("watch").wallMs + 20000;
  const made = await wearer({ epochMs, companion });
  made.world.importState({ watch: { files, queue: [], inbox: [] } });
  made.watch.launch();
  return made;
}

/** A list as the watch stores it under a seal. */
function sealed(value: unknown[]): Uint8Array {
  const text = String(value);
  let seal = text.length;
  for (const unit of text.split("")) {
    seal = (seal * 31 + unit.charCodeAt(0)) & 0xffffff;
  }
  return encodeCbor([value, seal]);
}

/** A sealed file's list, changed and sealed anew. */
function changed(
  bytes: Uint8Array,
  change: (value: unknown[]) => void,
): Uint8Array {
  const [value] = readCbor(bytes)!.value as [unknown[]];
  change(value);
  return sealed(value);
}

describe("a session that the app before left unfinished", () => {
  test("is offered and played to its end, with the preferences it had", async () => {
    const made = await updated();
    expect(made.screen).toBe("resume");
    expect(made.sees["detail"]).toBe("Hip raise · Set 2 of 2");
    const at = made.now;
    made.taps("resume-session").waits(100);
    const [before, resumed] = made.sent;
    expect(before).toMatchObject({ version: 2, outcome: "completed" });
    expect(resumed).toMatchObject({
      version: 3,
      outcome: "completed",
      routine: "Before the update",
      revision: 7,
      items: [
        { exercise: "hip-raise", sets: 2, reps: [4] },
        { exercise: "side-plank", sets: 1, holdSeconds: [5, 5] },
        { exercise: "plank", sets: 1, holdSeconds: [20.5] },
      ],
    });
    const patterns = new Set(made.felt(at).map(({ pattern }) => pattern));
    expect(patterns).toContain("confirmation-max");
    // Strong pulses take the place of the others; the middle was not told.
    expect(patterns).not.toContain("nudge");
    expect(patterns).not.toContain("ping");
    expect(made.faults).toEqual([]);
    expect(made.taps("done").sees).toMatchObject({
      routine: "Before the update",
      count: "2/5",
    });
  });

  test("can be saved as it was", async () => {
    const made = await updated();
    made.taps("save-session").waits(3);
    expect(made.sent[1]).toMatchObject({
      outcome: "recovered",
      items: [{ sets: 1 }, { sets: 0 }, { sets: 0 }],
    });
  });

  test("of a version to come is set aside, and home says so", async () => {
    const files = watchFiles();
    const plan = changed(files.get("plan")!, (value) => {
      (value[3] as unknown[])[0] = 3;
    });
    const made = await updated(files.set("plan", plan));
    expect(made.screen).toBe("index");
    expect(made.sees["notice"]).toBeTruthy();
    expect(made.files).toContain("bad");
    expect(made.faults).toEqual([]);
  });
});

describe("the routine on the watch", () => {
  test("stays in use, with its goal, until a new one comes", async () => {
    const made = await updated();
    made.taps("discard-session");
    expect(made.sees).toMatchObject({
      routine: "Before the update",
      count: "1/5",
    });
    expect(made.sees["notice"]).toBeUndefined();
  });

  test("is no news when it comes again in this version", async () => {
    const files = watchFiles();
    files.delete("plan");
    const made = await updated(files);
    const same = shortRoutine({
      ...{ revision: 9, name: "Before the update", goal: 5 },
      preferences: {
        ...{ strength: "strong", repPulses: true, halfway: false },
        ...{ finalSeconds: true, keepScreenOn: true },
        ...{ quietPause: false, touchLock: false },
      },
    });
    made.taps("start");
    made.world.faults.enqueue({
      to: "watch",
      name: ROUTINE_FILE,
      data: encodeCbor(packRoutine(same)),
    });
    made.waits(90).taps("done");
    expect(made.files).not.toContain(ROUTINE_FILE);
    expect(made.sees["notice"]).toBeUndefined();
  });

  test("of a shape to come is set aside, and the other file is used", async () => {
    const files = watchFiles();
    files.delete("plan");
    const made = await updated(files.set("routine-b", sealed([9])));
    expect(made.sees["routine"]).toBe("Before the update");
    expect(made.faults).toEqual([]);
  });

  test("of a version to come is set aside, and the built-in one is used", async () => {
    const files = watchFiles();
    files.delete("plan");
    const stored = changed(files.get("routine-a")!, (value) => {
      (value[1] as unknown[])[0] = 3;
    });
    const made = await updated(files.set("routine-a", stored));
    expect(made.sees["routine"]).toBe("Runner's Core");
    expect(made.sees["notice"]).toBeTruthy();
    expect(made.faults).toEqual([]);
  });
});

test("a routine that the phone had sent before its update is taken", async () => {
  const files = watchFiles();
  files.delete("plan");
  const made = await updated(files);
  const packed = packRoutine1(
    shortRoutine({ revision: 8, name: "Sent", goal: 6 }),
  );
  made.world.faults.enqueue({
    to: "watch",
    name: ROUTINE_FILE,
    data: encodeCbor(packed),
  });
  made.waits(5);
  expect(made.sees).toMatchObject({ routine: "Sent", count: "1/6" });
  expect(made.dies().sees).toMatchObject({ routine: "Sent", count: "1/6" });
});

/** A phone of before the update with this companion, and a new watch. */
async function updatedPhone(
  change: (local: { [key: string]: string }) => void = () => undefined,
): Promise<Wearer> {
  const { wallMs, local, settings } = left<{
    wallMs: number;
    local: { [key: string]: string };
    settings: { [key: string]: string };
  }>("phone");
  change(local);
  const made = await wearer({ companion: true, epochMs: wallMs + 60000 });
  const { phone } = made.world;
  Object.entries(local).forEach(([key, text]) =>
    phone.localStorage.set(key, text, "companion"),
  );
  Object.entries(settings).forEach(([key, text]) =>
    phone.settingsStorage.set(key, text, "settings"),
  );
  return made;
}

/** Names of what the phone sent to the watch. */
function sentToWatch(made: Wearer): string[] {
  return made.observed
    .of("transfer")
    .filter(({ to, state }) => to === "watch" && state === "transferred")
    .map(({ name }) => name);
}

describe("a phone after the update", () => {
  test("has its history, and the routine is no news for it", async () => {
    const made = await updatedPhone();
    made.waits(10);
    expect(historyOf(made.world).entries().map(entryLine)).toMatchObject([
      { outcome: "completed", routine: "Before the update", revision: 1 },
    ]);
    expect(summaryOf(made.world)).toMatchObject({ revision: 1 });
    expect(summaryOf(made.world).recent).toHaveLength(1);
    expect(sentToWatch(made)).toEqual([]);
  });

  test("sends what was not handed over yet in this version", async () => {
    const made = await updatedPhone((local) => {
      local["routine"] = local["routine"]!.replace(
        '"sent":true',
        '"sent":false',
      );
    });
    made.watch.launch();
    made.waits(10);
    expect(sentToWatch(made)).toContain(ROUTINE_FILE);
    expect(made.sees).toMatchObject({
      routine: "Before the update",
      // The phone has a session of this week, and tells it.
      count: "1/5",
    });
    expect(summaryOf(made.world)).toMatchObject({ revision: 1, onWatch: 1 });
  });

  test("stores a session that the watch had written before", async () => {
    const files = watchFiles();
    files.delete("plan");
    const made = await updated(files, true);
    made.waits(20);
    expect(historyOf(made.world).entries().map(entryLine)).toMatchObject([
      { outcome: "completed", routine: "Before the update", revision: 7 },
    ]);
    expect(made.files.filter((name) => name.startsWith("s-"))).toEqual([]);
  });
});
