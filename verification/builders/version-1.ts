import { SessionRecord } from "../../common/record";
import { Routine } from "../../common/routine";
import { packRecord } from "../../common/wire/record";
import { packRoutine } from "../../common/wire/routine";

/**
 * A routine as apps packed it while its version was 1: eight entries, the goal
 * above the five flags.
 */
export function packRoutine1(routine: Routine): unknown[] {
  const packed = packRoutine(routine);
  const flags = (packed[6] & 31) | (routine.goal << 5);
  return [1, ...packed.slice(1, 6), flags, packed[7]];
}

/** A routine as version 1 could say it: its weeks began on Monday. */
export function ofVersion1(routine: Routine): Routine {
  const { preferences } = routine;
  return {
    ...routine,
    weekStart: "monday",
    preferences: { ...preferences, quietPause: false, touchLock: false },
  };
}

/**
 * A record as apps packed it while its version was 1: the flags are 0 or 1, and
 * each item is a list of its own.
 */
export function packRecord1(record: SessionRecord): unknown[] {
  const packed = packRecord(record);
  const items = packed[15] as unknown[];
  const rows = record.items.map(({ reps }, i) =>
    items.slice(i * 7, i * 7 + (reps.length > 1 ? 7 : 5)),
  );
  return [1, ...packed.slice(1, 14), record.postRun ? 1 : 0, rows];
}
