import {
  SessionRecord,
  isSessionId,
  sessionId,
  total,
} from "../../common/record";
import {
  MERGED_FILE,
  Merged,
  SESSION_FILE,
  packMerged,
} from "../../common/wire-link";
import { unpackRecord } from "../../common/wire-record";
import { read, readSealed, remove, write, writeSealed } from "./files";
import { MERGING, RECORD_LIMIT, SPARE, waiting } from "./records";

const SPARE_LENGTH = 4000;
/** Most sessions that melt into one summary at a time. */
const MOST = 100;
/** A list of `MOST` ids takes less. */
const LIMIT = 4096;

/** Takes the room that a merge will need, while there is some. */
export function keepSpare(): void {
  let filler = "0000000000";
  while (filler.length < SPARE_LENGTH) filler += filler;
  write(SPARE, filler);
}

function sum(id: string, records: SessionRecord[]): Merged {
  const merged: Merged = {
    id,
    firstStart: records[0]!.start,
    lastStart: records[0]!.start,
    sessions: records.length,
    activeSeconds: 0,
    sets: 0,
    reps: 0,
    holdSeconds: 0,
  };
  records.forEach((record) => {
    merged.firstStart = Math.min(merged.firstStart, record.start);
    merged.lastStart = Math.max(merged.lastStart, record.start);
    merged.activeSeconds += record.activeSeconds;
    record.items.forEach((item) => {
      merged.sets += item.sets;
      merged.reps += total(item.reps);
      merged.holdSeconds += total(item.holdSeconds);
    });
  });
  return merged;
}

/**
 * Sums up the oldest waiting sessions. They stay until `finishMerge`, which
 * has to wait until the summary is on file for good. False when there is
 * nothing to sum up, or no room even for that.
 */
export function mergeOldest(): boolean {
  const records: SessionRecord[] = [];
  waiting()
    .filter((name) => name.slice(0, 2) === SESSION_FILE)
    .slice(0, MOST)
    .forEach((name) => {
      const record = unpackRecord(read(name, RECORD_LIMIT));
      if (record.ok) records.push(record.value);
    });
  if (records.length < 2) return false;
  const id = sessionId(records[0]!.start, Math.random());
  remove(SPARE);
  return (
    writeSealed(MERGING, [id, records.map((record) => record.id)]) &&
    write(MERGED_FILE + id, packMerged(sum(id, records)))
  );
}

/**
 * Ends a merge, also one that a kill cut off: where the summary is whole, what
 * went into it is deleted; else all stays as it was.
 */
export function finishMerge(): void {
  const merging = readSealed<unknown[]>(MERGING, LIMIT);
  const id = merging && merging[0];
  const ids = merging && merging[1];
  if (isSessionId(id) && ids instanceof Array) {
    const summary = read(MERGED_FILE + id, LIMIT) as unknown[] | undefined;
    if (summary && summary[1] === id) {
      ids.forEach((one) => {
        if (isSessionId(one)) remove(SESSION_FILE + one);
      });
    } else remove(MERGED_FILE + id);
  }
  remove(MERGING);
  keepSpare();
}
