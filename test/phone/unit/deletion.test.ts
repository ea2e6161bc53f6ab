import fc from "fast-check";
import { CHECKED_VERSION, SessionRecord } from "../../../common/record";
import { HistoryEntry, entryId } from "../../../phone/history/entry";
import { History } from "../../../phone/history/history";
import { STORE_VERSION } from "../../../phone/history/migrations";
import { packedId } from "../../../phone/history/packed-entry";
import { record } from "../../../verification/builders/records";
import {
  DyingProcess,
  DyingStorage,
  MemoryStorage,
} from "../../../verification/builders/storage";
import { packRecord1 } from "../../../verification/builders/version-1";

const DAY = 86400;
/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;
const NOW = MONDAY + 100 * DAY;

const daily = (count: number): SessionRecord[] =>
  Array.from({ length: count }, (_, day) => record(MONDAY + day * DAY));

function session(one: SessionRecord): HistoryEntry {
  return { kind: "session", record: one };
}

function holding(records: SessionRecord[], storage = new MemoryStorage()) {
  const history = History.open(storage)!;
  records.forEach((one) => history.add(session(one)));
  return { history, storage };
}

function ids(history: History): string[] {
  return history.entries().map(entryId);
}

/** What the totals say, without how they came to be. */
function told(history: History): unknown {
  return { ...history.totals, tail: "" };
}

/** As a history says in which only these were ever stored. */
function expectOnly(history: History, records: SessionRecord[]): void {
  expect(ids(history)).toEqual(records.map((one) => one.id));
  expect(told(history)).toEqual(told(holding(records).history));
}

it("a deleted session leaves totals, weeks and the newest as if it had never been", () => {
  const records = daily(25);
  fc.assert(
    fc.property(fc.subarray(records), (gone) => {
      const { history, storage } = holding(records);
      gone.forEach((one) =>
        expect(history.remove(one.id, NOW)).toBe("deleted"),
      );
      const left = records.filter((one) => !gone.includes(one));
      expectOnly(history, left);
      expectOnly(History.open(storage)!, left);
      storage.setItem("totals", "");
      expectOnly(History.open(storage)!, left);
    }),
    { numRuns: 30 },
  );
});

it("a deleted session does not come back when the watch sends it again", () => {
  const [first, second, third] = daily(3) as [
    SessionRecord,
    SessionRecord,
    SessionRecord,
  ];
  const { history, storage } = holding([first, second, third]);
  expect(history.remove(second.id, NOW)).toBe("deleted");
  expect(history.add(session(second))).toBe("deleted");
  expect(History.open(storage)!.add(session(second))).toBe("deleted");
  expect(history.remove(second.id, NOW)).toBe("unknown");
  expectOnly(History.open(storage)!, [first, third]);
});

it("a deletion can be taken back for a week", () => {
  const records = daily(12);
  const { history, storage } = holding(records);
  const { id } = records[5]!;
  history.remove(id, NOW);
  const later = History.open(storage)!;
  expect(later.deleted(NOW + 7 * DAY - 1).map((one) => one.line)).toEqual([
    expect.stringContaining(id),
  ]);
  expect(later.undoRemove(id, NOW + 7 * DAY)).toBe(false);
  expect(later.undoRemove(id, NOW + 7 * DAY - 1)).toBe(true);
  expect(later.undoRemove(id, NOW)).toBe(false);
  expect(later.deleted(NOW)).toEqual([]);
  expectOnly(later, records);
  expectOnly(History.open(storage)!, records);
});

it("what was deleted is gone from the phone after the week", () => {
  const records = daily(3);
  const { history, storage } = holding(records);
  records.forEach((one) => history.remove(one.id, NOW));
  history.forgetDeleted(NOW + 7 * DAY);
  expect([...storage.map.values()].join("\n")).not.toContain("Runner's Core");
});

it("only the ten newest deletions can be taken back, the newest first", () => {
  const records = daily(12);
  const { history } = holding(records);
  records.forEach((one, i) => history.remove(one.id, NOW + i));
  const left = history.deleted(NOW + 20).map(({ line }) => packedId(line));
  expect(left).toEqual(
    records
      .slice(2)
      .reverse()
      .map((one) => one.id),
  );
});

it("a week of more sessions than are counted is counted anew", () => {
  const records = Array.from({ length: 40 }, (_, i) =>
    record(MONDAY + i * 600),
  );
  const { history } = holding(records);
  expect(history.totals.weeks.counts).toBe("z");
  records.slice(0, 4).forEach((one) => history.remove(one.id, NOW));
  expect(history.totals.weeks.counts).toBe("z");
  records.slice(4, 6).forEach((one) => history.remove(one.id, NOW));
  expectOnly(history, records.slice(6));
  expect(history.totals.weeks.counts).toBe("y");
});

it("killed at any write, a session is whole or deleted, and is counted so", () => {
  const records = daily(4);
  const { id } = records[1]!;
  const left = records.filter((one) => one.id !== id);
  const seen = new Set<boolean>();
  for (let dieAfter = 0; dieAfter <= 10; dieAfter++) {
    const { storage } = holding(records);
    const dying = new DyingStorage(storage, new DyingProcess(dieAfter));
    const doomed = History.open(dying)!;
    doomed.remove(id, NOW);
    if (dieAfter > 5) doomed.undoRemove(id, NOW);
    const after = History.open(storage)!;
    const there = ids(after).includes(id);
    seen.add(there);
    expectOnly(after, there ? records : left);
    if (there) continue;
    expect(after.undoRemove(id, NOW)).toBe(true);
    expectOnly(History.open(storage)!, records);
  }
  expect(seen).toEqual(new Set([true, false]));
});

it("a full phone deletes, and shortening leaves the deleted ones away", () => {
  const storage = new MemoryStorage(6000);
  const { history } = holding(daily(120), storage);
  const before = history.totals.sessions;
  const gone = ids(history).slice(0, 5);
  gone.forEach((id) => expect(history.remove(id, NOW)).toBe("deleted"));
  expect(history.totals.sessions).toBe(before - 5);
  daily(120).forEach((one) => history.add(session(one)));
  gone.forEach((id) => expect(ids(history)).not.toContain(id));
});

describe("a store of before", () => {
  /** A store as the app of version 1 left it, whose records were of version 1. */
  function before(records: SessionRecord[]): MemoryStorage {
    const { storage } = holding(records);
    const lines = records.map(
      (one) => one.id + " " + JSON.stringify(packRecord1(one)),
    );
    storage.setItem("h-2026-03", lines.map((line) => "\n" + line).join(""));
    const totals = JSON.parse(storage.getItem("totals")!) as object;
    const newest = [...lines].reverse().slice(0, 10);
    storage.setItem(
      "totals",
      JSON.stringify({ ...totals, recent: newest, tail: newest[0] }),
    );
    storage.setItem("version", "1");
    return storage;
  }

  it("has every line in the form of this version, and loses none", () => {
    const records = daily(12);
    const now = History.open(before(records))!;
    expectOnly(now, records);
    expect(JSON.stringify(now.totals)).not.toMatch(/ \[1,/);
  });

  it("is made new wherever the phone dies at it", () => {
    const records = daily(12);
    for (let dieAfter = 0; dieAfter < 6; dieAfter++) {
      const storage = before(records);
      History.open(new DyingStorage(storage, new DyingProcess(dieAfter)));
      expectOnly(History.open(storage)!, records);
      expect(storage.getItem("version")).toBe(String(STORE_VERSION));
      expect(storage.getItem("h-2026-03")).not.toMatch(/ \[1,/);
    }
  });

  it("is left alone by an app that does not know the version of its records", () => {
    // A new version of the record needs a step in MIGRATIONS, and this line.
    expect([STORE_VERSION, CHECKED_VERSION]).toEqual([3, 3]);
  });
});
