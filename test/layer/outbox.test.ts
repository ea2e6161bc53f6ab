import { disposeWorlds } from "fitbit-simulator/testing";
import { sessionId } from "../../common/record";
import {
  MERGED_FILE,
  SESSION_FILE,
  WATCH_FILE,
  unpackMerged,
  unpackWatch,
} from "../../common/wire/link";
import { packRecord } from "../../common/wire/record";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { aCheckedRecord } from "../../verification/builders/records";
import { type Driven, drive, loadLayer } from "../support/layer";

beforeAll(loadLayer);
afterEach(disposeWorlds);

/** The first day's session, the next day's, and so on. */
function day(number: number): ReturnType<typeof aCheckedRecord> {
  const start = 1760000000 + number * 86400;
  return aCheckedRecord({}, { start, id: sessionId(start, 0.5) });
}

const NEWEST = day(100);
const FILE = SESSION_FILE + NEWEST.id;
const JOURNAL = ["journal", "plan"];

const OUTBOX = `
import * as outbox from "../../app/storage/outbox";
import { addRecord } from "../../app/storage/new-record";
import { at, tell } from "../support/driver";
const NEWEST = ${JSON.stringify(packRecord(NEWEST))};
const ID = ${JSON.stringify(NEWEST.id)};
`;

/** Puts so many sessions on the watch, each whole, from the first day on. */
function holds({ world }: Driven, count: number): void {
  for (let i = 0; i < count; i++) {
    const record = day(i);
    world.faults.storage.put(
      SESSION_FILE + record.id,
      encodeCbor(packRecord(record)),
    );
  }
}

/** Puts a plan and a journal on the watch, as a session leaves them. */
function ran({ world }: Driven): void {
  for (const name of JOURNAL) world.faults.storage.put(name, new Uint8Array(8));
}

/** Takes all room that is left on the watch. */
function fill({ world }: Driven): void {
  world.faults.storage.fill();
}

/** Names of the sessions that were handed to the system, in order. */
function handed(made: Driven): string[] {
  const pending = made.observed
    .of("transfer")
    .filter(({ state }) => state === "pending");
  return pending
    .map(({ name }) => name)
    .filter((name) => name.startsWith(SESSION_FILE));
}

/** The files that begin like this. */
function named(made: Driven, start: string): string[] {
  return made.files.filter((name) => name.startsWith(start));
}

describe("a finished session", () => {
  test("stays on the watch until the phone has said that it is stored", async () => {
    const made = await drive(`${OUTBOX}
      tell(addRecord(NEWEST));
      at(20, () => outbox.acknowledged(ID));`);
    expect(made.until(19).sent).toEqual([NEWEST]);
    expect(made.told).toEqual([true]);
    expect(made.files).toContain(FILE);
    expect(made.until(21).files).not.toContain(FILE);
  });

  test("keeps its journal until its record is found whole", async () => {
    const made = await drive(
      `${OUTBOX}
      addRecord(NEWEST);
      at(2, outbox.dropStoredJournal);
      at(4, outbox.dropStoredJournal);`,
      { prepare: ran },
    );
    const { storage } = made.until(1).world.faults;
    const whole = made.watch.files.get(FILE)!;
    storage.put(FILE, whole.slice(0, -1));
    expect(made.until(3).files).toEqual(expect.arrayContaining(JOURNAL));
    storage.put(FILE, whole);
    expect(made.until(5).files).not.toEqual(expect.arrayContaining(["plan"]));
    expect(named(made, "journal")).toEqual([]);
    expect(made.files).toContain(FILE);
  });

  test("needs no journal once the phone has it", async () => {
    const made = await drive(
      `${OUTBOX}
      addRecord(NEWEST);
      at(2, () => outbox.acknowledged(ID));`,
      { prepare: ran },
    );
    expect(made.until(1).files).toEqual(expect.arrayContaining(JOURNAL));
    made.until(3);
    expect([named(made, "journal"), named(made, "plan")]).toEqual([[], []]);
  });

  test("leaves the journal of the one after it alone", async () => {
    const made = await drive(
      `${OUTBOX}
      addRecord(NEWEST);
      outbox.keepJournal("");
      outbox.dropStoredJournal();
      at(2, () => outbox.acknowledged(ID));`,
      { prepare: ran },
    );
    expect(made.until(3).files).toEqual(expect.arrayContaining(JOURNAL));
    expect(made.files).not.toContain(FILE);
  });
});

describe("a full watch", () => {
  const KEEP = `tell(addRecord(NEWEST));`;
  /** The phone is away; there is room for a summary, and for nothing else. */
  const full = (made: Driven, count = 3): void => {
    made.world.link.away();
    holds(made, count);
    made.world.faults.storage.put("spare", new Uint8Array(4096));
    fill(made);
  };

  test("sums up its oldest sessions to keep the newest", async () => {
    const made = await drive(OUTBOX + KEEP, { prepare: full });
    // Until the summary is on file for good, what it sums up stays.
    made.until(1);
    expect(named(made, SESSION_FILE)).toHaveLength(3);
    const [summary] = named(made, MERGED_FILE);
    expect(made.until(3).told).toEqual([false]);
    expect(named(made, SESSION_FILE)).toEqual([FILE]);
    const packed = readCbor(made.watch.files.get(summary!)!)!.value;
    expect(unpackMerged(packed)).toMatchObject({
      ok: true,
      value: {
        sessions: 3,
        firstStart: day(0).start,
        lastStart: day(2).start,
        activeSeconds: 3 * NEWEST.activeSeconds,
        sets: 3 * 4,
      },
    });
    expect(made.faults).toEqual([]);
  });

  test("takes back what the summary counts, and sends the newest", async () => {
    const made = await drive(`${OUTBOX} outbox.resendAll(); ${KEEP}`, {
      prepare: full,
    });
    made.until(3).world.link.back();
    expect(made.until(60).sent).toEqual([NEWEST]);
  });

  test("with one session only has nothing to sum up: the journal stands for the newest", async () => {
    const made = await drive(OUTBOX + KEEP, {
      prepare: (made) => {
        ran(made);
        full(made, 1);
      },
    });
    expect(made.until(5).told).toEqual([false]);
    expect(named(made, SESSION_FILE)).toEqual([SESSION_FILE + day(0).id]);
    expect(made.files).toEqual(expect.arrayContaining(JOURNAL));
  });
});

describe("what waits for the phone", () => {
  const away = (made: Driven, count: number): void => {
    made.world.link.away();
    holds(made, count);
  };
  const first = SESSION_FILE + day(0).id;

  test("is handed to the system oldest first, at most 64 at a time", async () => {
    const made = await drive(
      `${OUTBOX}
      outbox.resendAll();
      at(2, () => outbox.sendWaiting(false));
      at(4, () => {
        outbox.acknowledged(${JSON.stringify(day(0).id)});
        outbox.sendWaiting(false);
      });`,
      { prepare: (made) => away(made, 70) },
    );
    expect(handed(made.until(3))).toHaveLength(64);
    expect(handed(made)[0]).toBe(first);
    expect(handed(made)[63]).toBe(SESSION_FILE + day(63).id);
    expect(handed(made.until(5)).slice(64)).toEqual([
      SESSION_FILE + day(64).id,
    ]);
  });

  test("is sent once, and again only when the phone has come back", async () => {
    const made = await drive(
      `${OUTBOX}
      outbox.resendAll();
      at(20, () => outbox.sendWaiting(true));
      at(40, () => outbox.resendAll());`,
      { prepare: (made) => holds(made, 2) },
    );
    const both = [0, 1].map((number) => SESSION_FILE + day(number).id);
    expect(handed(made.until(39))).toEqual(both);
    expect(made.sent).toHaveLength(2);
    expect(handed(made.until(60))).toEqual([...both, ...both]);
  });

  test("an acknowledgement of something unknown changes nothing", async () => {
    const made = await drive(
      `${OUTBOX}
      addRecord(NEWEST);
      at(2, () => outbox.acknowledged("zzzzzz-0000"));`,
      { prepare: ran },
    );
    const before = made.until(1).files;
    expect(made.until(3).files).toEqual(before);
    expect(made.faults).toEqual([]);
  });

  test("is told to the phone when asked, and when nothing is left", async () => {
    const made = await drive(
      `${OUTBOX}
      outbox.sendWaiting(false);
      at(2, () => outbox.sendWaiting(true));
      at(4, () => {
        outbox.acknowledged(${JSON.stringify(day(0).id)});
        outbox.sendWaiting(false);
      });`,
      { prepare: (made) => holds(made, 1) },
    );
    const says = (): unknown => {
      const bytes = made.watch.files.get(WATCH_FILE);
      return bytes && unpackWatch(readCbor(bytes)!.value);
    };
    const at = made.world.wallMs / 1000;
    made.until(1);
    expect(says()).toBeUndefined();
    made.until(3);
    expect(says()).toMatchObject({
      ok: true,
      value: { revision: 0, waiting: 1, at: at + 2 },
    });
    made.until(5);
    expect(says()).toMatchObject({
      ok: true,
      value: { revision: 0, waiting: 0, at: at + 4 },
    });
  });
});

test("at launch, what cannot be read is set aside, and room is taken for a summary", async () => {
  const made = await drive(`${OUTBOX} tell(outbox.repair());`, {
    prepare: (made) => {
      holds(made, 2);
      made.world.faults.storage.put(FILE, new Uint8Array(3));
    },
  });
  expect(made.told).toEqual([true]);
  expect(named(made, SESSION_FILE)).toHaveLength(2);
  expect(made.files).toContain("bad");
  expect(made.watch.files.get("spare")!.length).toBeGreaterThan(4000);
});
