import { LinkFile } from "../../common/wire/link-files";
import { P, PackedRecord } from "../../common/wire/pack-record";
import { load } from "../platform/chunks";
import { A } from "../session/session";
import { write, writeSealed } from "./files";
import { readLastSession, weekAt, weekCount } from "./last-session";
import { keepJournal, sendFile } from "./outbox";
import { reserveSpare } from "./records";

/** Ms after which a write has surely reached the watch's storage. */
const FLUSHED = 2000;

/** Stores a record and hands it to the system; false when there is no room. */
function storeAndSend(record: PackedRecord): boolean {
  const file = LinkFile.Session + record[P.Id];
  const saved = write(file, record);
  if (saved) sendFile(file);
  return saved;
}

/**
 * Stores a finished session and sends it. False when the watch is full: then the
 * oldest sessions that wait are merged into one summary. Their files go only
 * once the summary is surely on file; this record is stored after that, and
 * until then its journal is kept.
 */
export function addRecord(record: PackedRecord): boolean {
  const start = record[P.Start] as number;
  const last = readLastSession();
  // A session that is stored a second time counts once.
  const more = last && last[0] === start ? 0 : 1;
  const minutes = Math.round((record[P.Active] as number) / 600);
  keepJournal(record[P.Id] as string);
  const week = weekAt(start);
  writeSealed(LinkFile.Last, [
    start,
    minutes,
    weekCount(last, week) + more,
    week,
    (record[P.Check] as number[])[A.FirstSide - A.Check],
  ]);
  if (storeAndSend(record)) return true;
  load(import("./merged-sessions"), (merge) => {
    if (!merge.mergeOldest()) return;
    setTimeout(() => {
      merge.finishMerge();
      reserveSpare();
      storeAndSend(record);
    }, FLUSHED);
  });
  return false;
}
