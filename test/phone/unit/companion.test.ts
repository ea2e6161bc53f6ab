import { decode, encode } from "cbor-x";
import { drainer } from "../../../companion/inbox-drain";
import { Phone } from "../../../companion/phone";
import { Ports } from "../../../companion/ports";
import { History } from "../../../phone/history/history";
import { idOf } from "../../../phone/history/entry";
import { readRefused, readRoutineState } from "../../../phone/link-state";
import { Summary, readSummary } from "../../../phone/history/summary";
import { SessionRecord } from "../../../common/record";
import { packMerged, packWatch } from "../../../common/wire/link";
import { packRecord } from "../../../common/wire/record";
import { unpackRoutine } from "../../../common/wire/routine";
import {
  DyingStorage,
  Life,
  MemoryStorage,
  record,
} from "../../../verification/builders/phone";

/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;
const DAY = 86400;

const daily = (count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, day) => record(MONDAY + day * DAY));

/** What outlives the companion: its storages and the system's queues. */
class PhoneWorld {
  local = new MemoryStorage();
  settings = new MemoryStorage();
  /** Files on their way to the watch, by name, and how often each was sent. */
  outbox = new Map<string, Uint8Array>();
  sends: string[] = [];
  inbox: Array<{ name: string; bytes: Uint8Array }> = [];
  messages: unknown[] = [];
  open = false;
  seconds = MONDAY + 100 * DAY;

  /** Starts a companion, which dies after so many things done. */
  async launch(
    changing = false,
    life = new Life(),
  ): Promise<{ phone: Phone; settle: () => Promise<void> }> {
    let pending: (() => void) | undefined;
    const ports: Ports = {
      local: new DyingStorage(this.local, life),
      settings: new DyingStorage(this.settings, life),
      send: async (name, body) => {
        life.act(() => {
          this.outbox.set(name, encode(body));
          this.sends.push(name);
        });
      },
      pending: async (name) => this.outbox.has(name),
      say: (body) => {
        if (this.open) this.messages.push(body);
        return this.open;
      },
      decode: (bytes) => decode(new Uint8Array(bytes)) as unknown,
      settleAfter: (_ms, action) => (pending = action),
      now: () => this.seconds * 1000,
      offset: () => 0,
    };
    const phone = new Phone(ports);
    phone.start(changing);
    const pop = async (): Promise<
      { name: string; arrayBuffer: () => Promise<ArrayBuffer> } | undefined
    > => {
      const file = life.act(() => this.inbox.shift());
      const bytes = file && Uint8Array.from(file.bytes).buffer;
      return file && { name: file.name, arrayBuffer: async () => bytes! };
    };
    drainer(pop, phone)();
    await quiet();
    const settle = async (): Promise<void> => {
      if (pending) pending();
      pending = undefined;
      await quiet();
    };
    return { phone, settle };
  }

  sessions(records: SessionRecord[]): void {
    records.forEach((one) =>
      this.arrive("s-" + one.id, encode(packRecord(one))),
    );
  }

  arrive(name: string, bytes: Uint8Array): void {
    this.inbox.push({ name, bytes });
  }

  report(revision: number, waiting: number, at = this.seconds): void {
    this.arrive("watch", encode(packWatch({ revision, waiting, at })));
  }

  /** The ids acknowledged so far; the watch would delete these. */
  acknowledged(): string[] {
    return [...this.outbox]
      .filter(([name]) => name.startsWith("a-"))
      .map(([, bytes]) => {
        const [version, id] = decode(bytes) as [number, string];
        return version === 1 ? id : "";
      })
      .sort();
  }

  stored(): string[] {
    return History.open(this.local)!.entries().map(idOf).sort();
  }

  routine(): ReturnType<typeof unpackRoutine> {
    return unpackRoutine(decode(this.outbox.get("routine")!));
  }

  routinesSent(): number {
    return this.sends.filter((name) => name === "routine").length;
  }

  summary(): Summary {
    return readSummary(this.settings.getItem("summary"));
  }
}

/** Lets every promise that can settle do so. */
async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

function revisionOf(world: PhoneWorld): number {
  const routine = world.routine();
  return routine.ok ? routine.value.revision : -1;
}

describe("settings on their way to the watch", () => {
  it("are the default routine on the first run", async () => {
    const world = new PhoneWorld();
    await world.launch();
    expect(world.routine()).toMatchObject({
      ok: true,
      value: { revision: 1, name: "Runner's Core" },
    });
    expect(world.outbox.get("routine")!.length).toBeLessThan(400);
  });

  it("are sent once, however often the companion starts", async () => {
    const world = new PhoneWorld();
    for (let i = 0; i < 5; i++) await world.launch();
    expect(world.routinesSent()).toBe(1);
  });

  it("become one routine when a burst of changes has settled", async () => {
    const world = new PhoneWorld();
    const { phone, settle } = await world.launch();
    for (let hold = 30; hold < 50; hold++) {
      world.settings.setItem("plank.hold", String(hold));
      phone.changed("plank.hold");
    }
    expect(world.routinesSent()).toBe(1);
    await settle();
    expect(world.routinesSent()).toBe(2);
    expect(revisionOf(world)).toBe(2);
    expect(world.routine()).toMatchObject({
      value: { items: [{}, {}, { hold: 49 }, {}, {}] },
    });
  });

  it("are not sent again when a change is taken back", async () => {
    const world = new PhoneWorld();
    const { phone, settle } = await world.launch();
    world.settings.setItem("plank.in", "false");
    world.settings.setItem("plank.in", "true");
    phone.changed("plank.in");
    await settle();
    expect(world.routinesSent()).toBe(1);
    expect(readRoutineState(world.local).revision).toBe(1);
  });

  it("are not lost when the companion dies before they settled", async () => {
    const world = new PhoneWorld();
    const { phone } = await world.launch();
    world.settings.setItem("plank.hold", "45");
    phone.changed("plank.hold");
    await world.launch();
    expect(revisionOf(world)).toBe(2);
  });

  it("wait for the burst to settle when the page is open already", async () => {
    const world = new PhoneWorld();
    const { settle } = await world.launch(true);
    expect(world.routinesSent()).toBe(0);
    expect(world.settings.getItem("summary")).not.toBeNull();
    await settle();
    expect(world.routinesSent()).toBe(1);
  });

  it("are the default again after clear", async () => {
    const world = new PhoneWorld();
    world.settings.setItem("plank.hold", "45");
    const { phone, settle } = await world.launch();
    world.settings.map.clear();
    phone.changed(null);
    await settle();
    expect(revisionOf(world)).toBe(2);
    expect(world.routine()).toMatchObject({
      value: { items: [{}, {}, { hold: 60 }, {}, {}] },
    });
    expect(world.settings.getItem("summary")).not.toBeNull();
  });

  it("stay as they are on the watch while nothing is chosen", async () => {
    const world = new PhoneWorld();
    const { phone, settle } = await world.launch();
    ["hip-raise", "reverse-hip-raise", "plank", "side-plank", "cobra"].forEach(
      (id) => world.settings.setItem(id + ".in", "false"),
    );
    phone.changed("cobra.in");
    await settle();
    expect(world.routinesSent()).toBe(1);
  });

  it("arrive in the end wherever the companion dies on the way", async () => {
    for (let dieAfter = 0; dieAfter < 12; dieAfter++) {
      const world = new PhoneWorld();
      await world.launch(false, new Life(dieAfter));
      world.settings.setItem("plank.hold", "45");
      await world.launch(false, new Life(dieAfter));
      await world.launch();
      expect(world.routine()).toMatchObject({
        ok: true,
        value: { items: [{}, {}, { hold: 45 }, {}, {}] },
      });
      expect(revisionOf(world)).toBe(readRoutineState(world.local).revision);
      const sent = world.routinesSent();
      await world.launch();
      expect(world.routinesSent()).toBe(sent);
    }
  });
});

describe("a report of the watch", () => {
  it("shows since when the routine is there and what waits", async () => {
    const world = new PhoneWorld();
    await world.launch();
    expect(world.summary()).toMatchObject({
      revision: 1,
      onWatch: -1,
      seen: 0,
    });
    world.report(0, 0, world.seconds + 1);
    await world.launch();
    world.outbox.delete("routine");
    world.report(1, 7, world.seconds + 5);
    await world.launch();
    world.report(1, 3, world.seconds + 90);
    await world.launch();
    expect(world.summary()).toMatchObject({
      revision: 1,
      onWatch: 1,
      since: world.seconds + 5,
      seen: world.seconds,
      waiting: 3,
    });
    expect(world.routinesSent()).toBe(1);
  });

  it("of an older routine gets the routine again once it had its chance", async () => {
    const world = new PhoneWorld();
    await world.launch();
    world.report(0, 0, world.seconds - 1);
    await world.launch();
    world.report(0, 0, world.seconds + 1);
    await world.launch();
    expect(world.routinesSent()).toBe(1);
    world.outbox.delete("routine");
    world.report(0, 0, world.seconds + 2);
    await world.launch();
    expect(world.routinesSent()).toBe(2);
    expect(revisionOf(world)).toBe(1);
  });

  it("of a newer routine makes a forgetful phone count on well beyond it", async () => {
    const world = new PhoneWorld();
    world.report(41, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1041);
    await world.launch();
    expect(revisionOf(world)).toBe(1041);
  });

  it("of the same revision is not taken for a forgetful phone's own", async () => {
    const world = new PhoneWorld();
    await world.launch();
    expect(revisionOf(world)).toBe(1);
    world.report(1, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1001);
    world.report(1001, 0);
    await world.launch();
    expect(revisionOf(world)).toBe(1001);
    expect(world.routinesSent()).toBe(2);
  });

  it("of a routine that the phone before had on its way is not taken for the newest", async () => {
    const world = new PhoneWorld();
    await world.launch();
    world.report(1, 0);
    await world.launch();
    world.settings.setItem("ready", "7");
    await world.launch();
    world.outbox.delete("routine");
    world.report(3, 0, world.seconds + 600);
    const sent = world.routinesSent();
    await world.launch();
    expect(world.routinesSent()).toBe(sent + 1);
  });

  it("that comes late does not undo a newer one", async () => {
    const world = new PhoneWorld();
    await world.launch();
    world.report(1, 2, world.seconds + 60);
    world.report(0, 9, world.seconds + 30);
    await world.launch();
    expect(world.summary()).toMatchObject({ onWatch: 1, waiting: 2 });
  });
});

describe("sessions from the watch", () => {
  it("are stored, then acknowledged, and again only acknowledged", async () => {
    const world = new PhoneWorld();
    const records = daily(200);
    world.sessions([...records].reverse());
    world.sessions(records);
    await world.launch();
    const ids = records.map((one) => one.id).sort();
    expect(world.stored()).toEqual(ids);
    expect(world.acknowledged()).toEqual(ids);
    expect(world.sends.filter((name) => name !== "routine")).toHaveLength(400);
    expect(world.summary().totals.sessions).toBe(200);
  });

  it("that come while others are being taken are not forgotten", async () => {
    const world = new PhoneWorld();
    const { phone } = await world.launch();
    let pops = 0;
    const drain = drainer(async () => {
      const file = world.inbox.shift();
      if (pops++ === 0) {
        world.sessions(daily(1));
        drain();
      }
      const bytes = file && Uint8Array.from(file.bytes).buffer;
      return file && { name: file.name, arrayBuffer: async () => bytes! };
    }, phone);
    drain();
    await quiet();
    expect(world.stored()).toHaveLength(1);
  });

  it("are neither lost nor doubled wherever the companion dies", async () => {
    const records = daily(3);
    for (let dieAfter = 0; dieAfter < 30; dieAfter++) {
      const world = new PhoneWorld();
      world.sessions(records);
      await world.launch(false, new Life(dieAfter));
      const stored = world.stored();
      world.acknowledged().forEach((id) => expect(stored).toContain(id));
      // The watch sends what it has no word of, until it has.
      const open = records.filter(
        (one) => !world.acknowledged().includes(one.id),
      );
      world.inbox = [];
      world.sessions(open);
      await world.launch();
      expect(world.stored()).toEqual(records.map((one) => one.id).sort());
      expect(world.acknowledged()).toEqual(world.stored());
      expect(world.summary().totals.sessions).toBe(3);
    }
  });

  it("stay on the watch when the phone has no room, and the page says so", async () => {
    const world = new PhoneWorld();
    world.local.room = 3000;
    world.sessions(daily(60));
    await world.launch();
    const stored = world.stored();
    expect(stored.length).toBeLessThan(60);
    expect(world.acknowledged()).toEqual(stored);
    expect(world.summary()).toMatchObject({
      trouble: "full",
      shortened: expect.stringMatching(/^2026-/),
    });
    world.local.room = Infinity;
    world.sessions(daily(60));
    await world.launch();
    expect(world.stored()).toHaveLength(60);
    expect(world.summary().trouble).toBe("");
  });

  it("wait for an update when a newer app wrote the history", async () => {
    const world = new PhoneWorld();
    world.local.setItem("version", "9");
    world.sessions(daily(1));
    await world.launch();
    expect(world.acknowledged()).toEqual([]);
    expect(world.summary().trouble).toBe("newer");
    expect(revisionOf(world)).toBe(1);
  });

  it("summed up by a full watch are counted and acknowledged", async () => {
    const world = new PhoneWorld();
    const merged = {
      id: "t9zzzz-0000",
      firstStart: MONDAY,
      lastStart: MONDAY + DAY,
      sessions: 30,
      activeSeconds: 30000,
      sets: 300,
      reps: 2000,
      holdSeconds: 9000,
    };
    world.arrive("m-t9zzzz-0000", encode(packMerged(merged)));
    await world.launch();
    expect(world.acknowledged()).toEqual(["t9zzzz-0000"]);
    expect(world.summary().totals.sessions).toBe(30);
  });
});

describe("files that are no sessions", () => {
  it("are set aside, counted, and not acknowledged", async () => {
    const world = new PhoneWorld();
    const good = encode(packRecord(record(MONDAY)));
    world.arrive("s-1", new Uint8Array(0));
    world.arrive("s-2", good.subarray(0, 40));
    world.arrive("s-3", encode([2, "from the future"]));
    world.arrive("s-4", new Uint8Array(100000));
    world.arrive("m-5", good);
    world.arrive("watch", encode("well"));
    world.arrive("x".repeat(64), good);
    world.sessions([record(MONDAY)]);
    await world.launch();
    expect(world.acknowledged()).toEqual([record(MONDAY).id]);
    expect(world.summary().refused).toBe(7);
    const { aside } = readRefused(world.local);
    expect(aside).toHaveLength(5);
    expect(aside.map(({ why }) => why).join("\n")).toContain("update this app");
  });
});

describe("what the page asks for", () => {
  it("plays the cues on the open app, or says that it is closed", async () => {
    const world = new PhoneWorld();
    const { phone } = await world.launch();
    phone.changed("feel");
    expect(world.summary().feel).toBe("closed");
    world.open = true;
    phone.changed("feel");
    expect(world.summary().feel).toBe("sent");
    expect(world.messages).toEqual([[1, "feel"]]);
  });

  it("plays the cues once the line opens, if that is soon enough", async () => {
    const world = new PhoneWorld();
    world.settings.setItem("feel", String(world.seconds * 1000));
    const { phone } = await world.launch(true);
    expect(world.summary().feel).toBe("closed");
    world.open = true;
    world.seconds += 5;
    phone.opened();
    phone.opened();
    expect(world.messages).toHaveLength(1);
    world.settings.setItem("feel", String(world.seconds * 1000));
    world.seconds += 60;
    phone.opened();
    await world.launch(true);
    expect(world.messages).toHaveLength(1);
  });

  it("is the history in parts, as CSV or JSON", async () => {
    const world = new PhoneWorld();
    world.sessions(daily(1001));
    const { phone } = await world.launch();
    const ask = (what: string): { parts: number; text: string } => {
      world.settings.setItem("ask", what);
      phone.changed("ask");
      return JSON.parse(world.settings.getItem("export")!);
    };
    expect(ask("csv 1").parts).toBe(2);
    expect(ask("csv 1").text.split("\r\n")).toHaveLength(1002);
    expect(ask("csv 2").text.split("\r\n")).toHaveLength(3);
    expect(JSON.parse(ask("json 2").text)).toHaveLength(1);
    world.settings.removeItem("ask");
    phone.changed("ask");
    expect(world.settings.getItem("export")).toBeNull();
  });

  it("is answered at the next start when the companion had died", async () => {
    const world = new PhoneWorld();
    world.settings.setItem("ask", "json 1");
    await world.launch();
    expect(world.settings.getItem("export")).toContain("[]");
  });

  it("never depends on what the page wrote into the summary", async () => {
    const world = new PhoneWorld();
    world.sessions(daily(2));
    const { phone } = await world.launch();
    world.settings.setItem("summary", "garbage");
    phone.changed("summary");
    expect(world.summary().totals.sessions).toBe(2);
  });
});
