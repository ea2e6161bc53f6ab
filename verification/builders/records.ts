import fc from "fast-check";
import { EXERCISES } from "../../common/exercises";
import {
  CHECKED_VERSION,
  Check,
  HURTS,
  ItemRecord,
  MODES,
  SessionRecord,
  UNCHECKED_VERSION,
  sessionId,
} from "../../common/record";
import { CUSTOM } from "../../common/routine";
import { anyName } from "./routines";

/** A record of a finished session, with what the test cares about. */
export function aRecord(changes: Partial<SessionRecord> = {}): SessionRecord {
  return {
    version: UNCHECKED_VERSION,
    id: sessionId(1790000000, 0.5),
    revision: 3,
    routine: "Runner's Core",
    start: 1790000000,
    offset: 120,
    activeSeconds: 1153,
    pausedSeconds: 12.5,
    outcome: "completed",
    items: [
      {
        exercise: "hip-raise",
        name: "",
        sets: 3,
        reps: [45],
        holdSeconds: [225],
        skipped: false,
        full: true,
      },
      {
        exercise: "side-plank",
        name: "",
        sets: 1,
        reps: [0, 0],
        holdSeconds: [60, 60],
        skipped: false,
        full: true,
      },
    ],
    postRun: false,
    ...changes,
  };
}

/** The same with the answers of a check: a planned session, left side first. */
export function aCheckedRecord(
  check: Partial<Check> = {},
  changes: Partial<SessionRecord> = {},
): SessionRecord {
  return aRecord({
    ...changes,
    version: CHECKED_VERSION,
    check: { mode: "planned", firstSide: 0, ...check },
  });
}

/** The same, started at `start` in seconds since 1970, with an id of its own. */
export function record(
  start: number,
  given: Partial<SessionRecord> = {},
): SessionRecord {
  return aRecord({
    id: sessionId(start, (start % 1000) / 1000),
    start,
    offset: 60,
    activeSeconds: 1026.5,
    pausedSeconds: 12,
    ...given,
  });
}

function tenths(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: max * 10 }).map((n) => n / 10);
}

function anyDone(sides: 1 | 2): fc.Arbitrary<ItemRecord> {
  const each = { minLength: sides, maxLength: sides };
  return fc
    .record({
      what: fc.oneof(
        fc.constantFrom(...EXERCISES).map(({ id }) => [id, ""] as const),
        anyName.map((name) => [CUSTOM, name] as const),
      ),
      sets: fc.integer({ min: 0, max: 10 }),
      reps: fc.array(fc.integer({ min: 0, max: 500 }), each),
      // Ten sets of fifty reps, each held for 600 s, is what limits allow.
      holdSeconds: fc.array(tenths(300000), each),
      skipped: fc.boolean(),
      full: fc.boolean(),
      hurt: fc.option(fc.constantFrom(...HURTS), { nil: undefined }),
    })
    .map(({ what: [exercise, name], hurt, ...done }) => ({
      exercise,
      name,
      ...done,
      ...(hurt ? { hurt } : {}),
    }));
}

const anyLeg = fc.constantFrom<0 | 1 | 2 | 3 | undefined>(
  0,
  1,
  2,
  3,
  undefined,
);

/** The answers around a session. */
export const anyCheck: fc.Arbitrary<Check> = fc.record({
  legBefore: anyLeg,
  legAfter: anyLeg,
  effort: fc.constantFrom<1 | 2 | 3 | undefined>(1, 2, 3, undefined),
  morning: fc.constantFrom<0 | 1 | undefined>(0, 1, undefined),
  mode: fc.constantFrom(...MODES),
  firstSide: fc.constantFrom<0 | 1>(0, 1),
  runMinutes: fc.option(fc.integer({ min: 0, max: 1440 }), { nil: undefined }),
});

/** A record as the version before the check could say it. */
function unchecked(record: SessionRecord): SessionRecord {
  const full = record.outcome === "completed";
  const older: SessionRecord = {
    ...record,
    version: UNCHECKED_VERSION,
    items: record.items.map((item) => {
      const same = { ...item, full };
      delete same.hurt;
      return same;
    }),
  };
  delete older.check;
  return older;
}

const anyFeel = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });
const anyRate = fc.integer({ min: 0, max: 250 });

/** A valid record with the answers of a check. */
export const anyCheckedRecord: fc.Arbitrary<SessionRecord> = fc.record({
  version: fc.constant(CHECKED_VERSION),
  id: fc
    .tuple(
      fc.integer({ min: 0, max: 4294967295 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
    )
    .map(([start, random]) => sessionId(start, random)),
  revision: fc.integer({ min: 0, max: 4294967295 }),
  routine: anyName,
  start: fc.integer({ min: 0, max: 4294967295 }),
  offset: fc.integer({ min: -720, max: 840 }),
  // Session time is 32 bits of milliseconds.
  activeSeconds: tenths(4294967),
  pausedSeconds: tenths(4294967),
  outcome: fc.constantFrom("completed", "ended", "recovered"),
  items: fc.array(fc.constantFrom<1 | 2>(1, 2).chain(anyDone), {
    minLength: 1,
    maxLength: 40,
    size: "max",
  }),
  heartRate: fc.option(fc.record({ average: anyRate, max: anyRate }), {
    nil: undefined,
  }),
  calories: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
  backBefore: anyFeel,
  backAfter: anyFeel,
  postRun: fc.boolean(),
  check: anyCheck,
});

/** A valid record of the version before the check. */
export const anyUncheckedRecord: fc.Arbitrary<SessionRecord> =
  anyCheckedRecord.map(unchecked);

/** A valid record of either version. */
export const anyRecord: fc.Arbitrary<SessionRecord> = fc.oneof(
  anyCheckedRecord,
  anyUncheckedRecord,
);
