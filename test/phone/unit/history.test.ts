import fc from "fast-check";
import { Entry, figuresOf, idOf } from "../../../phone/history/entry";
import { History, Kept } from "../../../phone/history/history";
import { Keyed } from "../../../phone/keyed";
import { readSummary, summaryText } from "../../../phone/history/summary";
import { weekOf } from "../../../common/weeks";
import { counted, streakTo } from "../../../phone/history/week-counts";
import { SessionRecord } from "../../../common/record";
import { anyRecord } from "../../../verification/builders/records";
import {
  DyingStorage,
  Life,
  MemoryStorage,
  record,
} from "../../../verification/builders/phone";

const DAY = 86400;
/** Monday, 2 March 2026, 07:00 UTC. */
const MONDAY = Date.UTC(2026, 2, 2, 7) / 1000;

function open(storage: Keyed): History {
  const history = History.open(storage);
  if (!history) throw new Error("written by a newer version");
  return history;
}

function add(history: History, one: SessionRecord): Kept {
  return history.add({ kind: "session", record: one });
}

function ids(history: History): string[] {
  return history.entries().map(idOf);
}

function sums(entries: Entry[]): number[] {
  return entries
    .map(figuresOf)
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

/** Totals and months tell the same story. */
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
    const life = new Life(dieAfter);
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
      const life = new Life(dieAfter);
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

describe("weeks", () => {
  it("begin on Monday, by the runner's own clock", () => {
    const sunday = MONDAY - 7 * 3600 - 1;
    expect(weekOf(MONDAY - 7 * 3600, 0)).toBe(weekOf(sunday, 0) + 1);
    expect(weekOf(sunday, 60)).toBe(weekOf(MONDAY, 0));
  });

  it("count what comes in any order", () => {
    const weeks = fc.array(fc.integer({ min: 2900, max: 2960 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(weeks, (given) => {
        const all = given.reduce(counted, { from: 0, counts: "" });
        const last = Math.max(...given);
        let streak = 0;
        while (given.includes(last - streak)) streak++;
        expect(streakTo(all, last, 1)).toBe(streak);
        expect(all.from).toBe(Math.min(...given));
      }),
    );
  });

  it("forgive easy days: a week counts by its goal", () => {
    const storage = new MemoryStorage();
    const history = open(storage);
    // Three sessions in each of four weeks, on different days.
    [0, 2, 4, 7, 8, 9, 15, 17, 20, 21, 22, 26].forEach((day) =>
      add(history, record(MONDAY + day * DAY)),
    );
    const moment = { offset: 0, trouble: "", feel: "" } as const;
    const at = (day: number, goal: number): ReturnType<typeof readSummary> =>
      readSummary(
        summaryText(storage, history, {
          ...moment,
          now: MONDAY + day * DAY,
          goal,
        }),
      );
    expect(at(26, 3)).toMatchObject({ count: 3, streak: 3 });
    expect(at(28, 3)).toMatchObject({ count: 0, streak: 4 });
    expect(at(35, 3)).toMatchObject({ count: 0, streak: 0 });
    expect(at(28, 4).streak).toBe(0);
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
