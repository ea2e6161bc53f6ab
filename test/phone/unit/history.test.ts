import fc from "fast-check";
import { HistoryEntry, entryId } from "../../../phone/history/entry";
import { History, AddResult } from "../../../phone/history/history";
import { packEntry, packedId } from "../../../phone/history/packed-entry";
import { sumsOf } from "../../../phone/history/sums";
import { KeyValueStore } from "../../../phone/key-value-store";
import { Outcome, SessionRecord } from "../../../common/record";
import { anyRecord, record } from "../../../verification/builders/records";
import {
  DyingStorage,
  DyingProcess,
  MemoryStorage,
} from "../../../verification/builders/storage";

const DAY = 86400;
/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;

function open(storage: KeyValueStore): History {
  const history = History.open(storage);
  if (!history) throw new Error("written by a newer version");
  return history;
}

function add(history: History, one: SessionRecord): AddResult {
  return history.add({ kind: "session", record: one });
}

function ids(history: History): string[] {
  return history.entries().map(entryId);
}

function sums(entries: HistoryEntry[]): number[] {
  return entries
    .map(sumsOf)
    .reduce(
      (sum, one) => [
        sum[0]! + one.sessions,
        sum[1]! + one.active,
        sum[2]! + one.sets,
        sum[3]! + one.reps,
        sum[4]! + one.hold,
      ],
      [0, 0, 0, 0, 0],
    );
}

/** The totals agree with the months, and no id is there twice. */
function expectWhole(history: History): void {
  const { sessions, active, sets, reps, hold } = history.totals;
  expect([sessions, active, sets, reps, hold]).toEqual(sums(history.entries()));
  expect(new Set(ids(history)).size).toBe(ids(history).length);
}

const daily = (count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, day) => record(MONDAY + day * DAY));

it("keeps any session, whole, over a restart", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRecord, { maxLength: 12, selector: (one) => one.id }),
      (records) => {
        const fit = records.filter((one) => one.activeSeconds < 3600000);
        const fitting = fit.filter((one) => one.pausedSeconds < 3600000);
        const storage = new MemoryStorage();
        const history = open(storage);
        fitting.forEach((one) => expect(add(history, one)).toBe("stored"));
        const again = open(storage);
        expect(again.totals).toEqual(history.totals);
        expectWhole(again);
        expect(again.entries()).toHaveLength(fitting.length);
      },
    ),
    { numRuns: 50 },
  );
});

it("keeps two hundred sessions once, in whatever order and how often they come", () => {
  const records = daily(200);
  const twice = fc.shuffledSubarray([...records, ...records], {
    minLength: 400,
  });
  fc.assert(
    fc.property(twice, (arriving) => {
      const storage = new MemoryStorage();
      let history = open(storage);
      let stored = 0;
      arriving.forEach((one, i) => {
        if (add(history, one) === "stored") stored++;
        if (i % 97 === 0) history = open(storage);
      });
      expect(stored).toBe(200);
      expect(ids(history)).toEqual(records.map((one) => one.id));
      expectWhole(history);
      const recent = history.totals.recent.map((line) => line.split(" ")[0]);
      expect(recent).toEqual(
        records
          .slice(-10)
          .reverse()
          .map((one) => one.id),
      );
    }),
    { numRuns: 10 },
  );
});

describe("an id that comes in several versions", () => {
  const sessions = daily(4);
  /** Of each session: its record, longer and shorter ones, and sums of it. */
  const version = fc
    .record({
      one: fc.constantFrom(...sessions),
      reps: fc.integer({ min: 0, max: 100 }),
      outcome: fc.constantFrom<Outcome>("completed", "ended", "recovered"),
      kind: fc.constantFrom("session", "brief", "merged"),
    })
    .map(({ one, reps, outcome, kind }): HistoryEntry => {
      const { id, start, offset, activeSeconds } = one;
      const sums = { activeSeconds, sets: 3, reps, holdSeconds: 225.5 };
      if (kind === "merged") {
        const times = { firstStart: start, lastStart: start, sessions: 2 };
        return { kind, merged: { id, ...times, ...sums } };
      }
      if (kind === "brief") {
        return { kind, brief: { id, start, offset, outcome, ...sums } };
      }
      const item = { ...one.items[0]!, reps: [reps] };
      return { kind: "session", record: { ...one, outcome, items: [item] } };
    });
  const arriving = fc.array(version, { minLength: 1, maxLength: 20 });
  const restarts = fc.integer({ min: 1, max: 5 });

  it("is kept once, as it came first, in whatever order and how often", () => {
    fc.assert(
      fc.property(arriving, restarts, (entries, every) => {
        const storage = new MemoryStorage();
        let history = open(storage);
        const first = new Map<string, HistoryEntry>();
        entries.forEach((entry, i) => {
          const id = entryId(entry);
          expect(history.add(entry)).toBe(first.has(id) ? "known" : "stored");
          if (!first.has(id)) first.set(id, entry);
          if (i % every === 0) history = open(storage);
        });
        expect(ids(history).sort()).toEqual([...first.keys()].sort());
        expectWhole(history);
        expectWhole(open(storage));
        const { recent } = history.totals;
        expect(recent.map(packedId).sort()).toEqual([...first.keys()].sort());
        expect(history.entries().map(packEntry).sort()).toEqual(
          [...first.values()].map(packEntry).sort(),
        );
      }),
    );
  });
});

it("keeps one key a month", () => {
  const storage = new MemoryStorage();
  const history = open(storage);
  daily(60).forEach((one) => add(history, one));
  const months = [...storage.map.keys()].filter((key) => key.startsWith("h-"));
  expect(months).toEqual(["h-2026-03", "h-2026-04"]);
});

it("loses nothing and counts nothing twice when killed at any write", () => {
  for (let dieAfter = 0; dieAfter <= 12; dieAfter++) {
    const storage = new MemoryStorage();
    const life = new DyingProcess(dieAfter);
    const dying = new DyingStorage(storage, life);
    const acknowledged = daily(4).filter((one) => {
      const history = open(dying);
      return add(history, one) !== "full" && !life.dead;
    });
    const history = open(storage);
    expectWhole(history);
    acknowledged.forEach((one) => expect(ids(history)).toContain(one.id));
    daily(4).forEach((one) => add(history, one));
    expect(ids(history)).toEqual(daily(4).map((one) => one.id));
    expectWhole(open(storage));
  }
});

it("counts again when its totals are garbage", () => {
  const garbage = [
    "",
    "x",
    "{}",
    "[]",
    '{"sessions":-1}',
    "null",
    '{"tail":3}',
  ];
  garbage.forEach((value) => {
    const storage = new MemoryStorage();
    const history = open(storage);
    daily(40).forEach((one) => add(history, one));
    const { totals } = history;
    storage.setItem("totals", value);
    expect(open(storage).totals).toEqual(totals);
  });
});

it("leaves out what cannot be read of a month, and keeps the rest", () => {
  const storage = new MemoryStorage();
  daily(3).forEach((one) => add(open(storage), one));
  const month = storage.getItem("h-2026-03")!;
  storage.setItem("h-2026-03", month + "\ngarbage\n\nx [1,2]\n{");
  expect(ids(open(storage))).toEqual(daily(3).map((one) => one.id));
  expect(add(open(storage), daily(3)[2]!)).toBe("known");
});

it("leaves a store alone that a newer version of the app wrote", () => {
  const storage = new MemoryStorage();
  add(open(storage), record(MONDAY));
  storage.setItem("version", "99");
  const before = [...storage.map];
  expect(History.open(storage)).toBeUndefined();
  expect([...storage.map]).toEqual(before);
});

describe("a phone without room", () => {
  const records = daily(120);

  it("gives up the details of the oldest sessions, says so, and keeps the newest", () => {
    const storage = new MemoryStorage(10000);
    const history = open(storage);
    records.forEach((one) => expect(add(history, one)).toBe("stored"));
    expect(ids(history)).toEqual(records.map((one) => one.id));
    expectWhole(history);
    expectWhole(open(storage));
    const kinds = history.entries().map(({ kind }) => kind);
    expect(kinds[0]).toBe("brief");
    expect(kinds.slice(-20)).toEqual(Array(20).fill("session"));
    expect(history.shortenedUntil()).toMatch(/^2026-0[3-6]$/);
    storage.room = Infinity;
    storage.setItem("totals", "");
    expect(open(storage).totals).toEqual(history.totals);
  });

  it("refuses a session only when nothing is left to give up, and tells", () => {
    const storage = new MemoryStorage(6000);
    const history = open(storage);
    const kept = records.map((one) => add(history, one));
    const full = kept.indexOf("full");
    expect(full).toBeGreaterThan(60);
    expect(kept.slice(0, full)).toEqual(Array(full).fill("stored"));
    expect(ids(history)).toEqual(
      records.filter((_, i) => kept[i] === "stored").map((one) => one.id),
    );
    expectWhole(history);
    storage.room = Infinity;
    const later = open(storage);
    records.forEach((one) => add(later, one));
    expect(ids(later)).toEqual(records.map((one) => one.id));
    expectWhole(later);
  });

  it("loses nothing when killed at any write", () => {
    const filled = new MemoryStorage(10000);
    const history = open(filled);
    let next = 0;
    while (!history.shortenedUntil()) add(history, records[next++]!);
    const writes = 30;
    for (let dieAfter = 0; dieAfter < writes; dieAfter++) {
      const storage = new MemoryStorage(10000);
      records.slice(0, next - 1).forEach((one) => add(open(storage), one));
      const life = new DyingProcess(dieAfter);
      const dying = new DyingStorage(storage, life);
      const doomed = open(dying);
      const kept = records.slice(next - 1, next + 8).filter((one) => {
        return add(doomed, one) === "stored" && !life.dead;
      });
      const after = open(storage);
      expectWhole(after);
      kept.forEach((one) => expect(ids(after)).toContain(one.id));
      records.slice(0, next + 8).forEach((one) => add(after, one));
      expect(ids(after)).toEqual(
        records.slice(0, next + 8).map((one) => one.id),
      );
      expectWhole(after);
    }
  });
});

it("counts a summary that a full watch sent, in the totals only", () => {
  const storage = new MemoryStorage();
  const history = open(storage);
  add(history, record(MONDAY));
  const merged = {
    id: "t9zzzz-0000",
    firstStart: MONDAY + DAY,
    lastStart: MONDAY + 90 * DAY,
    sessions: 60,
    activeSeconds: 60000.5,
    sets: 600,
    reps: 5400,
    holdSeconds: 9000,
  };
  expect(history.add({ kind: "merged", merged })).toBe("stored");
  expect(history.add({ kind: "merged", merged })).toBe("known");
  expectWhole(open(storage));
  expect(history.totals.sessions).toBe(61);
  expect(history.totals.weeks.counts).toBe("1");
});
