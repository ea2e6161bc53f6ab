import { encode } from "cbor-x";
import { CHECKED_VERSION } from "../../../common/record";
import { packMerged } from "../../../common/wire/link";
import { packRecord } from "../../../common/wire/record";
import { readRefused } from "../../../phone/link-state";
import { record } from "../../../verification/builders/records";
import { DyingProcess } from "../../../verification/builders/storage";
import {
  CompanionWorld,
  DAY,
  MONDAY,
  daily,
  revisionOf,
} from "./companion-world";

describe("sessions from the watch", () => {
  it("are stored, then acknowledged, and again only acknowledged", async () => {
    const world = new CompanionWorld();
    const records = daily(200);
    world.sessions([...records].reverse());
    world.sessions(records);
    await world.launch();
    const ids = records.map((one) => one.id).sort();
    expect(world.stored()).toEqual(ids);
    expect(world.acknowledged()).toEqual(ids);
    expect(world.sends.filter((name) => /^a-/.test(name))).toHaveLength(400);
    expect(world.summary().totals.sessions).toBe(200);
  });

  it("are neither lost nor doubled wherever the companion dies", async () => {
    const records = daily(3);
    for (let dieAfter = 0; dieAfter < 30; dieAfter++) {
      const world = new CompanionWorld();
      world.sessions(records);
      await world.launch(false, new DyingProcess(dieAfter));
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
    const world = new CompanionWorld();
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
    const world = new CompanionWorld();
    world.local.setItem("version", "9");
    world.sessions(daily(1));
    await world.launch();
    expect(world.acknowledged()).toEqual([]);
    expect(world.summary().trouble).toBe("newer");
    expect(revisionOf(world)).toBe(1);
  });

  it("summed up by a full watch are counted and acknowledged", async () => {
    const world = new CompanionWorld();
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
    const world = new CompanionWorld();
    const good = encode(packRecord(record(MONDAY)));
    world.arrive("s-1", new Uint8Array(0));
    world.arrive("s-2", good.subarray(0, 40));
    world.arrive("s-3", encode([CHECKED_VERSION + 1, "from the future"]));
    world.arrive("s-4", new Uint8Array(100000));
    world.arrive("m-5", good);
    world.arrive("watch", encode("well"));
    world.arrive("x".repeat(64), good);
    world.sessions([record(MONDAY)]);
    await world.launch();
    expect(world.acknowledged()).toEqual([record(MONDAY).id]);
    expect(world.summary().refused).toBe(7);
    const { newest } = readRefused(world.local);
    expect(newest).toHaveLength(5);
    expect(newest.map(({ why }) => why).join("\n")).toContain(
      "update this app",
    );
  });
});
