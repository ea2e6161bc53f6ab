import { sessionId } from "../../common/record";
import { packRecord, unpackRecord } from "../../common/wire/record";
import { SESSION_FILE, unpackMerged } from "../../common/wire/link";
import { encodeCbor } from "fitbit-simulator";
import { readCbor } from "../../verification/cbor";
import { aRecord } from "../../verification/builders/records";
import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, wearer } from "../support/host";
import { disposeWorlds } from "fitbit-simulator/testing";

afterEach(disposeWorlds);

const QUOTA = 15 * 1024 * 1024;
/** Bytes that plan and journal take, but not a record behind them. */
const ROOM = 240;
const WAITING = 8;
const EACH = aRecord();

/** A watch whose phone was away for weeks, with so many bytes left. */
async function fullWatch(left: number, seed = 1): Promise<Wearer> {
  const made = await wearer({ seed });
  made.world.link.away();
  for (let i = 0; i < WAITING; i++) {
    const id = sessionId(1760000000 + i * 86400, i / WAITING);
    const record = { ...EACH, id, start: 1760000000 + i * 86400 };
    made.world.faults.storage.put(
      SESSION_FILE + id,
      encodeCbor(packRecord(record)),
    );
  }
  made.getsRoutine(shortRoutine()).watch.launch();
  made.until(1);
  let used = 0;
  for (const bytes of made.watch.files.values()) used += bytes.length;
  made.world.faults.storage.put("music", new Uint8Array(QUOTA - used - left));
  return made;
}

function records(made: Wearer): string[] {
  return made.files.filter((name) => name.startsWith(SESSION_FILE));
}

/** Sessions, seconds and sets that the files on the watch tell of. */
function total(made: Wearer): { sessions: number; sets: number } {
  let sessions = records(made).length;
  let sets = 0;
  for (const [name, bytes] of made.watch.files) {
    if (name.startsWith(SESSION_FILE)) {
      const record = unpackRecord(readCbor(bytes)?.value);
      if (!record.ok) throw new Error(`${name} is no record`);
      for (const item of record.value.items) sets += item.sets;
    }
    if (!name.startsWith("m-")) continue;
    const merged = unpackMerged(readCbor(bytes)?.value);
    if (!merged.ok) throw new Error(`${name} is no summary`);
    sessions += merged.value.sessions;
    sets += merged.value.sets;
  }
  return { sessions, sets };
}

test("a launch on a full watch that cannot take a file hears the phone all the same", async () => {
  const made = await wearer({ companion: true });
  const { watch, link, faults } = made.world;
  watch.launch();
  made.until(20);
  faults.app.kill();
  link.away();
  const id = sessionId(1760000000, 0);
  const packed = encodeCbor(packRecord({ ...EACH, id, start: 1760000000 }));
  faults.storage.put(SESSION_FILE + id, packed);
  let used = 0;
  for (const bytes of watch.files.values()) used += bytes.length;
  faults.storage.put("music", new Uint8Array(QUOTA - used));
  made.getsFile("a-" + sessionId(1, 0), [1, sessionId(1, 0)]);
  watch.launch();
  made.until(40);
  faults.storage.delete("music");
  link.back();
  made.until(60);
  expect(records(made)).toEqual([]);
});

const SETS = WAITING * EACH.items.reduce((sum, item) => sum + item.sets, 0);
const ALL = { sessions: WAITING + 1, sets: SETS + 4 };

describe("a watch with no room left", () => {
  test("sums up its oldest sessions for the newest one, and says so", async () => {
    // Room for plan and journal, not for a record.
    const made = await fullWatch(ROOM);
    made.taps("start").until(90);
    expect(made.screen).toBe("summary");
    made.taps("done");
    expect(made.sees["notice"]).toMatch(/^Watch full/);
    expect(total(made)).toEqual(ALL);
    expect(records(made)).toHaveLength(1);
    expect(made.faults).toEqual([]);
    made.world.link.back();
    made.waits(30);
    // What the summary counts never comes again, though it was queued before.
    expect(made.record.activeSeconds).toBe(80.5);
    expect(made.dies().screen).toBe("index");
    expect(total(made)).toEqual(ALL);
  });

  test("without a byte for the journal, the session still runs to its end", async () => {
    const made = await fullWatch(0);
    made.taps("start").until(90);
    expect(made.screen).toBe("summary");
    expect(made.felt().length).toBeGreaterThan(20);
    made.taps("done");
    expect(made.screen).toBe("index");
    expect(total(made)).toEqual(ALL);
    expect(made.faults).toEqual([]);
  });

  test("killed in any write of the summing up, it loses and doubles nothing", async () => {
    for (let n = 1; ; n++) {
      let deaths = 0;
      for (let seed = 0; seed < 2; seed++) {
        const made = await fullWatch(ROOM, seed);
        made.taps("start").until(81).world.faults.app.killAtFileChange(n);
        made.waits(5);
        if (!made.watch.running) deaths++;
        made.world.faults.app.killAtFileChange(0);
        made.dies().waits(5);
        if (made.screen === "resume") made.taps("resume-session").waits(60);
        if (made.screen === "summary") made.taps("done");
        made.waits(5).dies().waits(5);
        expect([n, seed, made.faults]).toEqual([n, seed, []]);
        expect([n, seed, total(made)]).toEqual([n, seed, ALL]);
        disposeWorlds();
      }
      if (!deaths) {
        expect(n).toBeGreaterThan(5);
        return;
      }
    }
  });
});
