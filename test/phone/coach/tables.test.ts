import { sessionId } from "../../../common/record";
import { Item } from "../../../common/routine";
import { weekOf } from "../../../common/weeks";
import { Decision, LoneCheck } from "../../../common/wire/coach";
import { Change } from "../../../phone/coach/state";
import { weeksOf } from "../../../phone/coach/weeks";
import { addChanges, allChanges } from "../../../phone/history/changes";
import { toCsv, toJson } from "../../../phone/history/export";
import { keepPlan, noteSent, plannedOf } from "../../../phone/history/plans";
import { noteSteps, stepsAt } from "../../../phone/history/steps";
import {
  checksCsv,
  exercisesCsv,
  isoWeek,
  weeksCsv,
} from "../../../phone/history/tables";
import { sessionEntry } from "../../../verification/builders/entries";
import { anItem, aRoutine } from "../../../verification/builders/routines";
import { aRecord } from "../../../verification/builders/records";
import { MemoryStorage } from "../../../verification/builders/storage";
import { NOON, noon, sessionOn } from "../../builders/coach";

/** The rows of a table without quotes, by the names of its columns. */
function rowsOf(csv: string): Array<Record<string, string>> {
  const [header = "", ...lines] = csv.replace(/^\ufeff/, "").split("\r\n");
  const names = header.split(",");
  return lines
    .filter((line) => line)
    .map((line) =>
      Object.fromEntries(line.split(",").map((cell, i) => [names[i]!, cell])),
    );
}

const RAISE: Change = {
  ...{ rule: "D-6", exercise: "plank", from: 1, to: 2 },
  ...{ at: noon(0), session: sessionOn(0).id, why: { points: 4 } },
};
const OUT: Change = {
  ...{ ...RAISE, rule: "B-2", exercise: "cobra", from: 4, to: 4 },
  gate: "out",
};

test("a session's row has its answers and what the coach changed; what was not asked is empty", () => {
  const told = sessionOn(0, {
    check: { legBefore: 0, effort: 2, mode: "easy", firstSide: 1 },
    exercises: ["plank"],
  });
  const both = [told, aRecord()].map(sessionEntry);
  expect(rowsOf(toCsv(both, [RAISE, OUT]))).toMatchObject([
    {
      ...{ mode: "easy", leg_before: "0", leg_after: "", effort: "2" },
      ...{ morning_after: "", first_side: "right", run_minutes: "" },
      changes: "D-6:plank:1>2; B-2:cobra:out",
    },
    { mode: "", leg_before: "", first_side: "", changes: "" },
  ]);
  expect(JSON.parse(toJson(both, [RAISE]))).toMatchObject([
    { check: { mode: "easy", legBefore: 0 }, changes: [RAISE] },
    {},
  ]);
});

test("a step is that of the session's day; of own doses and of days before it was kept there is none", () => {
  const store = new MemoryStorage();
  const history = {
    writeOther: (key: string, value: string) => store.setItem(key, value),
  };
  noteSteps(store, history, noon(1), { plank: 2, cobra: 1 });
  noteSteps(store, history, noon(1), { plank: 2, cobra: 1 });
  noteSteps(store, history, noon(3), { plank: 3 });
  const month = "s-2026-09";
  store.setItem(month, store.getItem(month) + "\nnonsense\n1 [2]");
  expect(store.getItem(month)!.split("\n")).toHaveLength(5);
  const entries = [0, 1, 2, 3, 4].map((day) =>
    sessionEntry(sessionOn(day, { exercises: ["plank", "cobra"] })),
  );
  const rows = rowsOf(exercisesCsv(entries, stepsAt(store)));
  expect(rows.map(({ step }) => step)).toEqual(
    [
      ["", ""],
      ["2", "1"],
      ["2", "1"],
      ["3", ""],
      ["3", ""],
    ].flat(),
  );
});

test("what was planned is that of the session's own routine and plan, left out and repeated exercises apart", () => {
  const store = new MemoryStorage();
  const history = {
    writeOther: (key: string, value: string) => store.setItem(key, value),
  };
  const plan = (...items: Item[]) => aRoutine({ items });
  const bridge = anItem("hip-raise", { sets: 2, reps: 8, hold: 5 });
  const plank = (hold: number) => anItem("plank", { sets: 3, hold });
  const planned = plan(plank(10), anItem("cobra"), plank(20), bridge);
  noteSent(store, 7, [planned, plan(bridge), undefined]);
  noteSent(store, 8, [plan(plank(30)), undefined, undefined]);
  const session = (
    day: number,
    exercises: string[],
    check = {},
    revision = 7,
  ) => ({ ...sessionOn(day, { exercises, check }), revision });
  const records = [
    session(0, ["plank", "plank", "hip-raise"]),
    session(1, ["hip-raise"], { mode: "easy" }),
    session(2, ["hip-raise"], { mode: "lighter" }),
    session(3, ["plank", "side-plank"], {}, 8),
    session(4, ["plank"], {}, 9),
    aRecord({ revision: 7 }),
  ];
  for (const one of [...records, ...records]) keepPlan(store, history, one);
  const month = "p-2026-09";
  expect(store.getItem(month)!.split("\n")).toHaveLength(4);
  store.setItem("plans", "[]");
  store.setItem(month, store.getItem(month) + "\n9-0 [[1],7]\nnonsense");
  const rows = rowsOf(
    exercisesCsv(records.map(sessionEntry), undefined, plannedOf(store)),
  );
  expect(
    rows
      .slice(0, 8)
      .map(({ planned_sets, planned_reps, planned_hold }) =>
        [planned_sets, planned_reps, planned_hold].join(" "),
      ),
  ).toEqual([
    ...["3  10", "3  20", "2 8 5", "2 8 5", "  ", "3  30", "  ", "  "],
  ]);
  expect(rows.slice(8).every((row) => row["planned_sets"] === "")).toBe(true);
});

test("only the newest revisions are remembered, in 2,560 characters, and one always", () => {
  const store = new MemoryStorage();
  for (let revision = 1; revision <= 100; revision++)
    noteSent(store, revision, [aRoutine(), undefined, undefined]);
  const kept = (revision: number): boolean => {
    let written = false;
    const history = { writeOther: () => void (written = true) };
    keepPlan(store, history, { ...sessionOn(0), revision });
    return written;
  };
  expect([1, 99, 100, 101].map(kept)).toEqual([false, true, true, false]);
  expect(store.getItem("plans")!.length).toBeLessThanOrEqual(2560);
  const items = Array.from({ length: 40 }, () => anItem("reverse-hip-raise"));
  const long = aRoutine({ items });
  noteSent(store, 101, [long, long, long]);
  expect([100, 101].map(kept)).toEqual([false, true]);
});

test("a row for each exercise has both sides, and what it hurt", () => {
  const record = sessionOn(0, {
    exercises: ["hip-raise", "side-plank"],
    items: { "side-plank": { full: false, hurt: "elsewhere" } },
  });
  expect(rowsOf(exercisesCsv([sessionEntry(record)]))).toMatchObject([
    {
      ...{ exercise: "hip-raise", sets: "2", reps_left: "10" },
      ...{ reps_right: "", hold_left: "50", full: "true", hurt: "" },
    },
    {
      ...{ exercise: "side-plank", hold_left: "20", hold_right: "20" },
      ...{ full: "false", skipped: "false", hurt: "elsewhere" },
    },
  ]);
  const before = rowsOf(exercisesCsv([sessionEntry(aRecord())]));
  expect(before[0]).toMatchObject({ full: "" });
});

test("a day without a session has its answers", () => {
  const check: LoneCheck = {
    ...{ id: sessionId(NOON, 0.5), at: NOON, offset: 120 },
    ...{ back: 8, leg: undefined, decision: Decision.NotToday },
  };
  expect(rowsOf(checksCsv([check]))).toEqual([
    {
      ...{ id: check.id, at: "2026-09-08T14:00:00+02:00" },
      ...{ back: "8", leg: "", decision: "not today" },
    },
  ]);
});

test("weeks keep backs after runs apart, and weeks without a session have their row", () => {
  const records = [
    sessionOn(0, { before: 2 }),
    sessionOn(1, { before: 4, check: { mode: "easy" } }),
    sessionOn(2, { before: 6, postRun: true }),
    sessionOn(14, { before: undefined }),
  ];
  const weeks = weeksOf(records.map(sessionEntry), 0);
  expect(rowsOf(weeksCsv(weeks, () => 3))).toEqual([
    {
      ...{ iso_week: "2026-W37", sessions: "3", easy: "1", goal: "3" },
      ...{ back_median: "2", back_min: "2", back_max: "4", n: "2" },
      ...{ after_run_median: "6", n_run: "1" },
    },
    expect.objectContaining({ iso_week: "2026-W38", sessions: "0", n: "0" }),
    expect.objectContaining({ sessions: "1", back_median: "", n: "0" }),
  ]);
  expect(weeksOf([], 0)).toEqual([]);
});

test("a week has its ISO name, also around New Year", () => {
  const name = (date: string) => isoWeek(weekOf(Date.parse(date) / 1000, 0, 0));
  expect(name("2026-12-31")).toBe("2026-W53");
  expect(name("2027-01-03")).toBe("2026-W53");
  expect(name("2027-01-04")).toBe("2027-W01");
  expect(name("2024-12-30")).toBe("2025-W01");
});

test("changes are stored for ever and once; what waits and garbage are none", () => {
  const store = new MemoryStorage();
  const history = {
    writeOther: (key: string, value: string) => store.setItem(key, value),
  };
  addChanges(store, history, [RAISE, OUT]);
  addChanges(store, history, [RAISE, { ...RAISE, waits: true }]);
  store.setItem("d-2026-10", "\nnonsense\n{}");
  expect(allChanges(store)).toEqual([RAISE, OUT]);
});
