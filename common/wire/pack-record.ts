import { codeOf } from "../exercise-codes";
import {
  CHECKED_VERSION,
  Check,
  HURTS,
  ItemRecord,
  MODES,
  OUTCOMES,
  SessionRecord,
} from "../record";
import { CUSTOM } from "../routine";

/**
 * A session record as it is stored and sent, to be encoded as CBOR:
 * [version, id, revision, routine, start, offset, active, paused, outcome,
 * heart average, heart max, calories, back before, back after, flags, items].
 * Seconds are in tenths, what is unknown is -1; of the flags only `POST_RUN` is
 * in use, and version 1 differs in having no other. The items are one list with
 * seven entries each: code or name, skipped, sets, reps, hold, and once more reps,
 * hold for the right side, which are -1 where there is only one side. Early
 * versions wrote a list of five or seven for each item.
 *
 * Version 3 has one entry more, [leg before, leg after, effort, morning, mode,
 * first side, run minutes], and an item's second entry is the bits of `ItemBit`.
 */
export type PackedRecord = Array<number | string | PackedItems>;

/** The items of a packed record; `PItem` says what stands where of each. */
export type PackedItems = Array<string | number>;

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
  /** Since version 3; before it a record ended here. */
  Check,
}

/** Where what of an item stands, from its first entry; reps and hold come once for each side. */
export const enum PItem {
  What,
  Bits,
  Sets,
  Reps,
  Hold,
  SecondReps,
  SecondHold,
  /** How many entries an item has. */
  Size,
}

/** Bits of an item's second entry; before version 3 there was only the first. */
export const enum ItemBit {
  Skipped = 1,
  Full = 2,
  /** That of the first of `HURTS`; the others follow. */
  Hurt = 4,
}

/** Entries of a packed record before version 3, which has the check behind them. */
export const RECORD_LENGTH: number = P.Check;

/** Entries of a packed check. */
export const CHECK_LENGTH = 7;

/** The bit of a session right after a run, in a record's flags. */
export const POST_RUN = 1;

/** What the watch measured, whole; -1 for nothing and for nonsense. */
function known(value: number | undefined): number {
  return value! >= 0 ? Math.round(value!) : -1;
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10);
}

function bitsOf({ skipped, full, hurt }: ItemRecord): number {
  return (
    (skipped ? ItemBit.Skipped : 0) |
    (full ? ItemBit.Full : 0) |
    (hurt ? ItemBit.Hurt << HURTS.indexOf(hurt) : 0)
  );
}

function packCheck(check: Check): number[] {
  return [
    known(check.legBefore),
    known(check.legAfter),
    known(check.effort),
    known(check.morning),
    MODES.indexOf(check.mode),
    check.firstSide,
    known(check.runMinutes),
  ];
}

/** A record in the form that goes on the wire and into files. */
export function packRecord(record: SessionRecord): PackedRecord {
  const heart = record.heartRate;
  const items: PackedItems = [];
  const checked = record.version === CHECKED_VERSION;
  for (const item of record.items) {
    const { exercise, name, skipped, sets } = item;
    const [reps, second = -1] = item.reps;
    const [hold, other] = item.holdSeconds;
    items.push(
      exercise === CUSTOM ? name : codeOf(exercise),
      checked ? bitsOf(item) : skipped ? 1 : 0,
      sets,
      reps!,
      tenths(hold!),
      second,
      other === undefined ? -1 : tenths(other),
    );
  }
  const packed: PackedRecord = [
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
    items,
  ];
  if (checked && record.check) packed.push(packCheck(record.check));
  return packed;
}
