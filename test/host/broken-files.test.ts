import { encodeCbor } from "fitbit-simulator";
import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, inSession, wearer } from "../support/host";
import { noise } from "../support/noise";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

type Files = ReadonlyMap<string, Uint8Array>;

const MEGABYTE = 1048576;

const DAMAGES: Record<string, (whole: Uint8Array) => Uint8Array> = {
  empty: () => new Uint8Array(),
  "cut off in the middle": (whole) => whole.slice(0, whole.length / 2 - 3),
  "random bytes": (whole) => noise(whole.length),
  "a megabyte of random bytes": () => noise(MEGABYTE),
  "a megabyte of itself": (whole) =>
    Uint8Array.from({ length: MEGABYTE }, (_, i) => whole[i % whole.length]!),
  "a flipped bit": (whole) => whole.map((b, i) => (i === 5 ? b ^ 4 : b)),
  "a number": () => encodeCbor(7),
  null: () => encodeCbor(null),
  "a text": () => encodeCbor("hello"),
  "an object": () => encodeCbor({ version: 1, items: [] }),
  "an empty list": () => encodeCbor([]),
  "a list of nonsense": () =>
    encodeCbor([null, [[]], "x", -1, { a: [] }, 1e99]),
  "lists in lists": () => new Uint8Array(3000).fill(0x81),
};

/** Too little to be told from the end of a torn write. */
const SHORT = ["empty", "a number", "null", "a text", "an empty list"];

/** The files that hold something of the runner's, by the start of the name. */
const PRECIOUS = ["routine-a", "plan", "journal", "s-"];
/** These are made again without loss. */
const CHEAP = ["last", "watch", "spare"];

const NOTICE = "A damaged file was set aside. All else is fine.";

/** Whole files of a watch with one session to send and one under way. */
async function underWay(): Promise<Files> {
  const first = await inSession(shortRoutine());
  first.world.link.away();
  first.until(90).taps("done").waits(5).taps("start").waits(30);
  return new Map(first.watch.files);
}

/** The same between two sessions. */
async function between(): Promise<Files> {
  const first = await inSession(shortRoutine());
  first.world.link.away();
  first.until(90).taps("done");
  return new Map(first.watch.files);
}

async function launchedOn(watchFiles: Files): Promise<Wearer> {
  const made = await wearer({ watchFiles });
  made.watch.launch();
  return made.waits(3);
}

async function launchedWith(
  whole: Files,
  prefix: string,
  spoil: (bytes: Uint8Array) => Uint8Array,
): Promise<Wearer> {
  const [name, bytes] = [...whole].find(([key]) => key.startsWith(prefix))!;
  return launchedOn(new Map([...whole, [name, spoil(bytes)]]));
}

/** Whatever was damaged, the next session is a good one. */
function playsOn(made: Wearer): void {
  const before = made.sent.length;
  made.taps("start");
  expect(made.screen).toBe("rest");
  made.waits(20).taps("pause").taps("end").taps("confirm-end").taps("done");
  made.waits(5);
  expect(made.screen).toBe("index");
  expect(made.sees["notice"]).toBeUndefined();
  expect(made.sent).toHaveLength(before + 1);
  expect(made.dies().sees["notice"]).toBeUndefined();
  expect(made.faults).toEqual([]);
}

test("these are the files that the watch writes", async () => {
  const names = [...(await underWay()).keys()].map((name) =>
    name.replace(/^s-.*/, "s-"),
  );
  expect(names.sort()).toEqual([...PRECIOUS, ...CHEAP].sort());
});

describe.each(Object.entries(DAMAGES))("%s", (damage, spoil) => {
  let whole: Files;
  beforeAll(async () => {
    whole = await underWay();
  });

  test.each(CHEAP)("in place of %s: nobody notices", async (prefix) => {
    const made = await launchedWith(whole, prefix, spoil);
    expect(made.screen).toBe("resume");
    made.taps("discard-session");
    expect(made.sees["notice"]).toBeUndefined();
    playsOn(made);
  });

  test("in place of the routine: the default, and home says so", async () => {
    const made = await launchedWith(whole, "routine-a", spoil);
    expect(made.screen).toBe("resume");
    expect(made.taps("discard-session").sees).toMatchObject({
      notice: NOTICE,
      minutes: "19",
    });
    playsOn(made);
  });

  test("in place of the plan: no offer, and home says so", async () => {
    const made = await launchedWith(whole, "plan", spoil);
    expect(made.sees["notice"]).toBe(NOTICE);
    playsOn(made);
  });

  test("in place of the journal: what can be read is offered", async () => {
    const made = await launchedWith(whole, "journal", spoil);
    if (made.screen === "resume") made.taps("discard-session");
    const torn = SHORT.includes(damage);
    const notice =
      damage === "cut off in the middle" || torn ? undefined : NOTICE;
    expect(made.sees["notice"]).toBe(notice);
    playsOn(made);
  });

  test("in place of a session: it is set aside, the rest is sent", async () => {
    const made = await launchedWith(await between(), "s-", spoil);
    expect(made.screen).toBe("index");
    // One bit may hit a number: the phone will judge that.
    if (damage !== "a flipped bit") {
      expect(made.sees["notice"]).toBe(NOTICE);
      expect(made.files.filter((name) => name.startsWith("s-"))).toEqual([]);
      expect(made.sent).toEqual([]);
    }
    playsOn(made);
  });
});

describe("files of somebody else", () => {
  test("on the watch are left alone", async () => {
    const foreign = new Map([
      ["notes.txt", noise(50)],
      ["s-", noise(50)],
      ["s-not an id", noise(50)],
      ["m-../x", noise(50)],
      ["bad", noise(MEGABYTE)],
    ]);
    const made = await launchedOn(foreign);
    expect(made.screen).toBe("index");
    for (const name of foreign.keys()) expect(made.files).toContain(name);
    playsOn(made);
  });

  test.each([
    "notes.txt",
    "a-",
    "a-xyz",
    "s-1-0000",
    "routine2",
    "x".repeat(64),
  ])("in the inbox are set aside: %s", async (name) => {
    const made = await wearer();
    made.world.faults.deliver("watch", { name, data: noise(3000) });
    made.watch.launch();
    expect(made.sees["notice"]).toBe(NOTICE);
    expect(made.files).toContain("bad");
    expect(made.files).not.toContain(name);
    playsOn(made);
  });
});

test("every file broken at once", async () => {
  const whole = await underWay();
  for (const spoil of Object.values(DAMAGES)) {
    const spoilt = [...whole].map(([name, b]) => [name, spoil(b)] as const);
    const made = await launchedOn(new Map(spoilt));
    if (made.screen === "resume") made.taps("discard-session");
    expect(made.screen).toBe("index");
    expect(made.sees["notice"]).toBe(NOTICE);
    expect(made.faults).toEqual([]);
  }
});
