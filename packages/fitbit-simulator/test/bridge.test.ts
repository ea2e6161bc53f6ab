import { fromJSZip } from "@fitbit/app-package";
import { unzipSync, strToU8 } from "fflate";
import JSZip from "jszip";
import { Random } from "../src/engine/time/random";
import {
  ConnectedWatch,
  readWatchApp,
  type WatchApp,
  WatchFailure,
  withChange,
  withWatch,
} from "../src/bridge";
import { inlinePackageBytes } from "../src/testing";
import { OfficialWatch, type WatchTraits } from "./support/official-watch";
import { type Wire, wire } from "./support/wire";

const UUID = "00000000-0000-4000-8000-000000000001";
const SEEDS = [1, 2];

/** Noise, which no zip makes smaller. */
function noise(bytes: number): Uint8Array {
  const random = new Random(5);
  return Uint8Array.from({ length: bytes }, () => random.upTo(255));
}

function app(parts: Partial<Parameters<typeof inlinePackageBytes>[0]> = {}) {
  return readWatchApp(
    inlinePackageBytes({
      app: "console.log(1)",
      device: { uuid: UUID },
      outer: {
        components: { watch: { hera: { filename: "device-atlas.zip" } } },
      },
      ...parts,
    }),
    "a.fba",
  );
}

/** The app with one more file. */
function withInbox(one: WatchApp, text: string): WatchApp {
  return withChange(one, (files) => ({
    ...files,
    "resources/inbox": strToU8(text),
  }));
}

interface Plugged {
  readonly cable: Wire;
  readonly watch: ConnectedWatch;
  readonly official: OfficialWatch;
}

const open: Wire[] = [];
// Timers pass when a test says so, while what comes over the cable still comes.
beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: ["setImmediate", "nextTick", "queueMicrotask"],
  });
});
afterEach(() => {
  jest.useRealTimers();
  for (const { computer, watch } of open.splice(0)) {
    computer.destroy();
    watch.destroy();
  }
});

function cableFor(seed: number): Wire {
  const random = new Random(seed);
  const cable = wire(() => random.upTo(999) / 1000);
  open.push(cable);
  return cable;
}

async function plugged(traits: WatchTraits = {}, seed = 1): Promise<Plugged> {
  const cable = cableFor(seed);
  const official = new OfficialWatch(traits);
  const answering = official.answer(cable.watch);
  const watch = await ConnectedWatch.connect(cable.computer);
  await answering;
  return { cable, watch, official };
}

/** Lets so many ms pass, and what happens in them. */
async function passes(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 500) {
    await jest.advanceTimersByTimeAsync(500);
    for (let i = 0; i < 30; i++) await new Promise(setImmediate);
  }
}

async function failureOf(doing: Promise<unknown>): Promise<WatchFailure> {
  const error: unknown = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof WatchFailure) return error;
  throw new Error(`no failure of a watch: ${String(error)}`);
}

describe.each(SEEDS)("over a stream that is cut anywhere (%i)", (seed) => {
  test("installs an app, then what has changed, then nothing", async () => {
    const { watch, official } = await plugged({}, seed);
    const first = app({ files: { "resources/a.txi": noise(30_000) } });
    const told: number[] = [];
    const full = await watch.install(first, (done) => told.push(done));
    expect(full.kind).toBe("full");
    expect(full.bytes).toBe(first.bundles.get("hera")!.length);
    expect(told.length).toBeGreaterThan(3);
    const second = withInbox(first, "hello");
    const partial = await watch.install(second);
    expect(partial.kind).toBe("partial");
    expect(partial.bytes).toBeLessThan(1500);
    expect(official.came[1]).toEqual(
      expect.arrayContaining([".partial.json", "resources/inbox"]),
    );
    expect(official.came[1]).not.toContain("resources/a.txi");
    // The watch has what the package has.
    expect(official.apps.get(UUID)).toEqual(
      unzipSync(second.bundles.get("hera")!),
    );
    expect(await watch.install(second)).toEqual({ kind: "same", bytes: 0 });
  });

  test("launches, hears the console, takes a picture", async () => {
    const { watch, official } = await plugged({}, seed);
    await watch.launch(UUID);
    expect(official.launched).toEqual([UUID]);
    const lines: string[] = [];
    const stop = watch.log(({ text, uuid }) => lines.push(`${uuid} ${text}`));
    official.says(UUID, "one", { two: 2 });
    expect((await watch.screenshot()).subarray(1, 4)).toEqual(strToU8("PNG"));
    expect(lines).toEqual([`${UUID} one {"two":2}`]);
    stop();
    official.says(UUID, "three");
    await watch.screenshot();
    expect(lines).toHaveLength(1);
  });
});

test("sends all where the watch knows no partial install", async () => {
  const { watch } = await plugged({ partial: false });
  const one = app();
  await watch.install(one);
  expect((await watch.install(one)).kind).toBe("full");
});

test("no message to the watch is longer than 8192 bytes, whatever it says that it takes", async () => {
  const sizes: number[] = [];
  const traits = {
    maxMessageSize: 1 << 20,
    heard: (n: number) => sizes.push(n),
  };
  for (const cbor of [true, false]) {
    const { watch } = await plugged({ ...traits, cbor });
    await watch.install(app({ files: { "resources/a.txi": noise(25_000) } }));
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(8192);
  expect(Math.max(...sizes)).toBeGreaterThan(4000);
});

test("says what was refused, and what that means", async () => {
  const { watch } = await plugged({ refuses: "storage full" });
  const failure = await failureOf(watch.install(app()));
  expect(failure.kind).toBe("refused");
  expect(failure.exitCode).toBe(5);
  expect(failure.message).toMatch(
    /refuses \(-1\): storage full; all of the app had arrived: it may .*install it again/,
  );
});

test.each<[string, WatchTraits, RegExp]>([
  [
    "another model",
    { family: "atlas" },
    /is for Versa 4; this watch takes apps for Versa 3\. Nothing was changed/,
  ],
  [
    "an older system",
    { maxApi: "8.1.0" },
    /needs device API 8\.2\.0; this watch has 8\.1\.0/,
  ],
])("an app is not sent to %s", async (_, traits, message) => {
  const { watch, official } = await plugged(traits);
  const failure = await failureOf(watch.install(app()));
  expect(failure.kind).toBe("incompatible");
  expect(failure.message).toMatch(message);
  expect(official.came).toEqual([]);
});

test.each(["8.2.0", "8.3.1", "9.0.0"])(
  "a watch with API %s takes it",
  async (maxApi) => {
    const { watch } = await plugged({ maxApi });
    expect((await watch.install(app())).kind).toBe("full");
  },
);

test("a damaged frame from the watch costs time, and nothing else", async () => {
  const { watch, cable } = await plugged();
  let frame = 0;
  cable.watch.passing = (bytes) => {
    frame += 1;
    if (frame % 4 === 2 && bytes.length > 8) bytes[6]! ^= 0x55;
    return bytes;
  };
  const installed = watch.install(app());
  await passes(60_000);
  expect((await installed).kind).toBe("full");
});

test("a link that the watch gave up is opened anew, and all is done once more", async () => {
  const official = new OfficialWatch();
  let cables = 0;
  const why: string[] = [];
  const find = () =>
    Promise.resolve({
      name: "Versa 4",
      open: () => {
        const cable = cableFor(++cables);
        void official.answer(cable.watch);
        // The watch's own side ends at one damaged frame, without a word.
        let frames = 0;
        if (cables === 1) {
          cable.computer.passing = (bytes) => {
            if (++frames === 20) bytes[5]! ^= 0x55;
            return bytes;
          };
        }
        return Promise.resolve(cable.computer);
      },
    });
  const one = app({ files: { "resources/a.txi": noise(30_000) } });
  const done = withWatch(
    find,
    (watch) => watch.install(one),
    (line) => why.push(line),
  );
  await passes(40_000);
  expect((await done).kind).toBe("full");
  expect(cables).toBe(2);
  expect(why).toHaveLength(1);
  expect(why[0]).toMatch(/install it again/);
});

test("a watch that never answers is given up after 10 s", async () => {
  const { computer } = cableFor(1);
  const failure = failureOf(ConnectedWatch.connect(computer));
  let over = false;
  void failure.then(() => (over = true));
  await passes(9000);
  expect(over).toBe(false);
  await passes(1500);
  expect(over).toBe(true);
  expect((await failure).kind).toBe("silent");
  expect((await failure).message).toMatch(/developer bridge switched on/);
});

test("a watch that falls silent in the middle is given up, and that is said", async () => {
  const { watch, cable } = await plugged();
  let sent = 0;
  const silent = failureOf(
    watch.install(app({ files: { "resources/a.txi": noise(40_000) } }), () => {
      if (++sent === 2) cable.watch.passing = () => Buffer.alloc(0);
    }),
  );
  while (sent < 2) await new Promise(setImmediate);
  await passes(11_000);
  const failure = await silent;
  expect(failure.kind).toBe("silent");
  expect(failure.exitCode).toBe(4);
  expect(failure.message).toMatch(
    /not arrived whole, so the watch should have what it had before; install it again/,
  );
});

test.each([1, 3, 5])(
  "unplugged after %i parts of an app: it ends at once and says so",
  async (parts) => {
    const { watch, cable } = await plugged();
    let sent = 0;
    const install = watch.install(
      app({ files: { "resources/a.txi": noise(40_000) } }),
      () => {
        if (++sent === parts) cable.computer.destroy();
      },
    );
    const failure = await failureOf(install);
    expect(failure.kind).toBe("unplugged");
    expect(failure.message).toMatch(/install it again/);
    expect((await failureOf(watch.screenshot())).kind).toBe("unplugged");
  },
);

test("unplugged before anything was sent: the watch has what it had", async () => {
  const { watch, cable } = await plugged();
  cable.computer.destroy();
  const failure = await failureOf(watch.install(app()));
  expect(failure.message).toMatch(/had not arrived whole/);
});

test("what a watch says of itself names no owner and no single watch", async () => {
  const { watch } = await plugged({ hostId: "F00DFACE12345678" });
  const text = JSON.stringify(watch.about);
  expect(text).toContain("Versa 4 60.1.2.3");
  expect(text).toContain("appCompatibility");
  expect(text).not.toMatch(/F00D/i);
});

test("reads of a package what Fitbit's own module reads", async () => {
  const bytes = inlinePackageBytes({});
  const { uuid, components, sdkVersion } = await fromJSZip(
    await JSZip.loadAsync(bytes),
  );
  expect(readWatchApp(bytes, "a.fba")).toEqual({
    uuid,
    api: sdkVersion.deviceApi,
    bundles: new Map([
      ["atlas", new Uint8Array(components.device["atlas"]!.artifact)],
    ]),
  });
});

test("a file in all bundles, and the same bytes for the same content", async () => {
  const one: WatchApp = app();
  const twice = [1, 2].map(() => withInbox(one, "a"));
  expect(twice[0]).toEqual(twice[1]);
  const files = unzipSync(twice[0]!.bundles.get("hera")!);
  expect(Object.keys(files)).toContain("resources/inbox");
  expect(Object.keys(files)).toContain("app/index.js");
});
