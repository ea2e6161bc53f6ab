import { isSessionId, sessionId } from "../../common/record";
import { Merged, packMerged } from "../../common/wire/pack-merged";
import { LinkFile } from "../../common/wire/link-files";
import { P, PItem } from "../../common/wire/pack-record";
import { cancelTransfers } from "../platform/pending-transfers";
import { readSealed, remove, write, writeSealed } from "./files";
import { RecordFile, readWaiting, waiting } from "./records";

// Loaded only on a watch that has no room left, or that had none when it died.

/** Most sessions that are merged into one summary at a time. */
const MOST = 100;

/** A number of an item that only some have; 0 where it is missing or -1. */
function some(value: number | undefined): number {
  return value! > 0 ? value! : 0;
}

/** Adds a packed record, as this watch wrote it, to the summary. */
function add(merged: Merged, packed: unknown[]): void {
  const start = packed[P.Start] as number;
  const items = packed[P.Items] as number[] | number[][];
  // Early versions wrote a list for each item.
  const step = items[0] instanceof Array ? 1 : PItem.Size;
  merged.firstStart = Math.min(merged.firstStart || start, start);
  merged.lastStart = Math.max(merged.lastStart, start);
  merged.sessions++;
  merged.activeSeconds += (packed[P.Active] as number) / 10;
  for (let i = 0; i < items.length; i += step) {
    const item =
      step === 1
        ? (items[i] as number[])
        : (items.slice(i, i + PItem.Size) as number[]);
    merged.sets += item[PItem.Sets]!;
    merged.reps += item[PItem.Reps]! + some(item[PItem.SecondReps]);
    merged.holdSeconds +=
      (item[PItem.Hold]! + some(item[PItem.SecondHold])) / 10;
  }
}

/**
 * Stores one summary of the oldest sessions that wait. Their own files stay until
 * `finishMerge`, which has to come when the summary is surely on file. False
 * when there is nothing to merge, or no room for a summary.
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
  const names = waiting();
  for (let i = 0; i < names.length && ids.length < MOST; i++) {
    const kind = names[i]!.slice(0, 2);
    const packed =
      kind === LinkFile.Session ? readWaiting(names[i]!) : undefined;
    if (!packed) continue;
    ids.push(names[i]!.slice(2));
    add(merged, packed);
  }
  if (ids.length < 2) return false;
  remove(RecordFile.Spare);
  return (
    writeSealed(RecordFile.Merging, [merged.id, ids]) &&
    write(LinkFile.Merged + merged.id, packMerged(merged))
  );
}

/**
 * Ends a merge, also one that a kill cut off: where the summary is whole, the
 * sessions in it are deleted; else they stay and the summary goes.
 */
export function finishMerge(): void {
  const end = (): void => remove(RecordFile.Merging);
  const merging = readSealed<[string, string[]]>(RecordFile.Merging);
  if (merging && isSessionId(merging[0])) {
    const file = LinkFile.Merged + merging[0];
    if (readWaiting(file)) {
      const names: string[] = [];
      for (let i = 0; i < merging[1].length; i++) {
        names.push(LinkFile.Session + merging[1][i]);
        remove(names[i]!);
      }
      cancelTransfers(names).then(end, end);
      return;
    }
    remove(file);
  }
  end();
}
