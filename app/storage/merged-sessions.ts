import { outbox } from "file-transfer";
import { isSessionId, sessionId } from "../../common/record";
import { Merged, packMerged } from "../../common/wire/pack-merged";
import { MERGED_FILE, SESSION_FILE } from "../../common/wire/link-files";
import { read, readSealed, remove, write, writeSealed } from "./files";
import { MERGING, SPARE, readRecord, waiting } from "./records";

// Loaded only on a watch that is full, or was when it died.

/** Most sessions that melt into one summary at a time. */
const MOST = 100;

type Row = [unknown, number, number, number, number, number?, number?];

/** Adds a packed record, as this watch wrote it, to the summary. */
function add(merged: Merged, packed: unknown[]): void {
  const start = packed[4] as number;
  merged.firstStart = Math.min(merged.firstStart || start, start);
  merged.lastStart = Math.max(merged.lastStart, start);
  merged.sessions++;
  merged.activeSeconds += (packed[6] as number) / 10;
  (packed[15] as Row[]).forEach((row) => {
    merged.sets += row[2];
    merged.reps += row[3] + (row[5] || 0);
    merged.holdSeconds += (row[4] + (row[6] || 0)) / 10;
  });
}

/**
 * Sums up the oldest waiting sessions. They stay until `finishMerge`, which
 * has to wait until the summary is on file for good. False when there is
 * nothing to sum up, or no room even for that.
 */
export function mergeOldest(): boolean {
  const merged: Merged = {
    id: sessionId(Math.floor(Date.now() / 1000), Math.random()),
    firstStart: 0,
    lastStart: 0,
    sessions: 0,
    activeSeconds: 0,
    sets: 0,
    reps: 0,
    holdSeconds: 0,
  };
  const ids: string[] = [];
  waiting().forEach((name) => {
    const id = name.slice(SESSION_FILE.length);
    const packed = ids.length < MOST ? readRecord(id) : undefined;
    if (!packed) return;
    ids.push(id);
    add(merged, packed);
  });
  if (ids.length < 2) return false;
  remove(SPARE);
  return (
    writeSealed(MERGING, [merged.id, ids]) &&
    write(MERGED_FILE + merged.id, packMerged(merged))
  );
}

/** Takes back what was handed to the system: the summary stands for it now. */
function recall(names: string[]): Promise<void> {
  return outbox.enumerate().then((transfers) =>
    transfers.forEach((transfer) => {
      if (names.indexOf(transfer.name) >= 0) transfer.cancel();
    }),
  );
}

/**
 * Ends a merge, also one that a kill cut off: where the summary is whole, what
 * went into it is deleted; else all stays as it was.
 */
export function finishMerge(): void {
  const end = (): void => remove(MERGING);
  const merging = readSealed<[string, string[]]>(MERGING);
  if (merging && isSessionId(merging[0])) {
    const file = MERGED_FILE + merging[0];
    const summary = read(file) as unknown[] | undefined;
    if (summary && summary[1] === merging[0]) {
      const names = merging[1].map((id) => SESSION_FILE + id);
      names.forEach(remove);
      recall(names).then(end, end);
      return;
    }
    remove(file);
  }
  end();
}
