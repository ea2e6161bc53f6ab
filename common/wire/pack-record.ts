import { codeOf } from "../exercise-codes";
import { OUTCOMES, SessionRecord } from "../record";
import { CUSTOM } from "../routine";

/**
 * A session record as it is stored and sent, to be encoded as CBOR:
 * [version, id, revision, routine, start, offset, active, paused, outcome,
 * heart average, heart max, calories, back before, back after, flags, items].
 * Seconds are in tenths, what is unknown is -1; of the flags only `POST_RUN` is
 * in use, and version 1 differs in having no other; an item is
 * [code or name, skipped, sets, reps, hold] and once more reps, hold for the
 * right side where there are two.
 */
export type PackedRecord = Array<number | string | PackedItem[]>;

/** An item of a packed record; `PItem` says what stands where in it. */
export type PackedItem = Array<string | number>;

/** Where what stands in a packed record. */
export const enum P {
  Version,
  Id,
  Revision,
  Routine,
  Start,
  Offset,
  Active,
  Paused,
  Outcome,
  HeartAverage,
  HeartMax,
  Calories,
  BackBefore,
  BackAfter,
  Flags,
  Items,
  /** How many entries a record has. */
  Size,
}

/** Where what stands in an item of it; reps and hold come once for each side. */
export const enum PItem {
  What,
  Skipped,
  Sets,
  Reps,
  Hold,
  SecondReps,
  SecondHold,
}

/** Entries of a packed record. */
export const RECORD_LENGTH: number = P.Size;

/** The bit of a session right after a run, in a record's flags. */
export const POST_RUN = 1;

/** What the watch measured, whole; -1 for nothing and for nonsense. */
function known(value: number | undefined): number {
  return value! >= 0 ? Math.round(value!) : -1;
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10);
}

/** A record in the form that goes on the wire and into files. */
export function packRecord(record: SessionRecord): PackedRecord {
  const heart = record.heartRate;
  return [
    record.version,
    record.id,
    record.revision,
    record.routine,
    record.start,
    record.offset,
    tenths(record.activeSeconds),
    tenths(record.pausedSeconds),
    OUTCOMES.indexOf(record.outcome),
    known(heart && heart.average),
    known(heart && heart.max),
    known(record.calories),
    known(record.backBefore),
    known(record.backAfter),
    record.postRun ? POST_RUN : 0,
    record.items.map((item) => {
      const row: PackedItem = [
        item.exercise === CUSTOM ? item.name : codeOf(item.exercise),
        item.skipped ? 1 : 0,
        item.sets,
      ];
      for (let side = 0; side < item.reps.length; side++) {
        row.push(item.reps[side]!, tenths(item.holdSeconds[side]!));
      }
      return row;
    }),
  ];
}
