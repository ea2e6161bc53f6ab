import { ItemRecord, SessionRecord } from "../../common/record";
import { CUSTOM } from "../../common/routine";
import { Decision, LoneCheck } from "../../common/wire/coach";
import { coachKey } from "../coach/classes";
import { CoachWeek } from "../coach/weeks";
import { Columns, csvOf, isoDate } from "./csv";
import { HistoryEntry } from "./entry";
import { Planned, plannedOf } from "./plans";
import { Steps } from "./steps";

/** One exercise of one session. */
interface ExerciseRow {
  record: SessionRecord;
  item: ItemRecord;
  /** Where it stood on its ladder; undefined for a dose of the runner's own. */
  step: number | undefined;
  /** What was planned of it; undefined where that is not known. */
  planned: Planned | undefined;
}

const EXERCISES: Columns<ExerciseRow> = [
  ["id", ({ record }) => record.id],
  ["start", ({ record }) => isoDate(record.start, record.offset)],
  [
    "exercise",
    ({ item }) => (item.exercise === CUSTOM ? item.name : item.exercise),
  ],
  ["step", ({ step }) => step],
  ["planned_sets", ({ planned }) => planned && planned.sets],
  ["planned_reps", ({ planned }) => planned && planned.reps],
  ["planned_hold", ({ planned }) => planned && planned.hold],
  ["sets", ({ item }) => item.sets],
  ["reps_left", ({ item }) => item.reps[0]],
  ["reps_right", ({ item }) => item.reps[1]],
  ["hold_left", ({ item }) => item.holdSeconds[0]],
  ["hold_right", ({ item }) => item.holdSeconds[1]],
  ["full", ({ record, item }) => (record.check ? item.full : undefined)],
  ["skipped", ({ item }) => item.skipped],
  ["hurt", ({ item }) => item.hurt],
];

/**
 * A row for each exercise of each session, as CSV, with its step of that time and what
 * was planned, as far as they are stored. Of one side, the values stand at the left; an
 * empty cell was not asked or is not known.
 */
export function exercisesCsv(
  entries: ReadonlyArray<HistoryEntry>,
  stepsOn: (start: number) => Steps = () => ({}),
  plannedIn: ReturnType<typeof plannedOf> = () => [],
): string {
  const rows: ExerciseRow[] = [];
  entries.forEach((entry) => {
    if (entry.kind !== "session") return;
    const { record } = entry;
    const own = stepsOn(record.start);
    const plan = plannedIn(record);
    record.items.forEach((item, i) => {
      const step = own[coachKey(item)];
      rows.push({ record, item, step, planned: plan[i] });
    });
  });
  return csvOf(EXERCISES, rows);
}

const DECISIONS: { readonly [decision in Decision]: string } = {
  [Decision.NotToday]: "not today",
  [Decision.Easy]: "easy",
  [Decision.AsPlanned]: "as planned",
  [Decision.Stop]: "stop",
};

const CHECKS: Columns<LoneCheck> = [
  ["id", ({ id }) => id],
  ["at", ({ at, offset }) => isoDate(at, offset)],
  ["back", ({ back }) => back],
  ["leg", ({ leg }) => leg],
  ["decision", ({ decision }) => DECISIONS[decision]],
];

/** The checks that no session followed, as CSV. */
export function checksCsv(checks: ReadonlyArray<LoneCheck>): string {
  return csvOf(CHECKS, checks);
}

/** Days of a week; the first of 1970 was a Thursday, in the week 0. */
const WEEK_DAYS = 7;

/** The ISO name of a week by its number, such as 2026-W48: that of its Thursday. */
export function isoWeek(week: number): string {
  const thursday = new Date(week * WEEK_DAYS * 86400000);
  const year = thursday.getUTCFullYear();
  const day = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86400000;
  const number = Math.floor(day / WEEK_DAYS) + 1;
  return year + "-W" + (number < 10 ? "0" : "") + number;
}

/** One week with the goal that it had. */
interface WeekRow extends CoachWeek {
  goal: number;
}

const WEEKS: Columns<WeekRow> = [
  ["iso_week", ({ week }) => isoWeek(week)],
  ["sessions", ({ sessions }) => sessions],
  ["easy", ({ easy }) => easy],
  ["goal", ({ goal }) => goal],
  ["back_median", ({ median }) => median],
  ["back_min", ({ least }) => least],
  ["back_max", ({ greatest }) => greatest],
  ["n", ({ answers }) => answers],
  ["after_run_median", ({ runMedian }) => runMedian],
  ["n_run", ({ runAnswers }) => runAnswers],
];

/** The weeks as CSV, each with its goal. */
export function weeksCsv(
  weeks: ReadonlyArray<CoachWeek>,
  goalOf: (week: number) => number,
): string {
  return csvOf(
    WEEKS,
    weeks.map((week) => ({ ...week, goal: goalOf(week.week) })),
  );
}
