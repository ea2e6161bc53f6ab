import { SessionRecord } from "../../common/record";
import { exists } from "./files";
import { writeLastSession } from "./last-session";
import { report, send } from "../platform/link";
import {
  MERGING,
  readRecord,
  recordFile,
  removeWaiting,
  reserveSpare,
  saveRecord,
  setBrokenAside,
  waiting,
} from "./records";
import { removeSession } from "./journal-file";

/** Most transfers at a time: each costs the watch memory until it is over. */
const MOST_TRANSFERS = 64;

/** Ms after which a write has surely reached the watch's storage. */
const FLUSHED = 2000;

// Finished sessions on their way to the phone. None is ever lost: the journal of
// one stays until its record has been found whole, or the phone has it.

/** Id of the finished session whose journal is still on file, or empty. */
let journaled = "";
/** Files handed to the system since the phone was last connected anew. */
let sent: { [name: string]: boolean } = {};

function sendFile(name: string): void {
  sent[name] = true;
  send(name);
}

/** Stores a record and hands it to the system; false when there is no room. */
function storeAndSend(record: SessionRecord): boolean {
  const saved = saveRecord(record);
  if (saved) sendFile(recordFile(record.id));
  return saved;
}

/** A session starts: from now on the journal on file is that one's. */
export function releaseJournal(): void {
  journaled = "";
}

/** Removes the session on file: one that is dropped, or the journal of a stored one. */
export function dropSession(): void {
  journaled = "";
  removeSession();
}

/**
 * Stores a finished session and sends it. False when the watch is full: then the
 * oldest sessions that wait are merged into one summary. Their files go only
 * once the summary is surely on file; this record is stored after that, and
 * until then its journal is kept.
 */
export function addRecord(record: SessionRecord): boolean {
  journaled = record.id;
  writeLastSession(record.start, Math.round(record.activeSeconds / 60));
  if (storeAndSend(record)) return true;
  void import("./merged-sessions").then((merge) => {
    if (!merge.mergeOldest()) return;
    setTimeout(() => {
      merge.finishMerge();
      reserveSpare();
      storeAndSend(record);
    }, FLUSHED);
  });
  return false;
}

/**
 * At launch: ends a merge that a kill cut off; without one, reserves room for the
 * next merge and reads what waits. True when some of it could not be read.
 */
export function repair(): boolean {
  if (exists(MERGING)) {
    void import("./merged-sessions").then((merge) => merge.finishMerge());
    return false;
  }
  reserveSpare();
  return setBrokenAside();
}

/** Removes the journal of the finished session if its record is whole. */
export function dropStoredJournal(): void {
  if (journaled && readRecord(journaled)) dropSession();
}

/** The phone has stored this session: nothing of it is needed here. */
export function acknowledged(id: string): void {
  removeWaiting(id);
  delete sent[recordFile(id)];
  if (id === journaled) dropSession();
}

/**
 * Sends what waits, as far as there may be transfers. Reports the state of the
 * watch, with the revision of its routine, when `always` is true or nothing
 * waits any more.
 */
export function sendWaiting(revision: number, always: boolean): void {
  const names = waiting();
  let room = MOST_TRANSFERS - names.filter((name) => sent[name]).length;
  names.forEach((name) => {
    if (!sent[name] && room-- > 0) sendFile(name);
  });
  if (names.length && !always) return;
  const at = Math.floor(Date.now() / 1000);
  report({ revision, waiting: names.length, at });
}

/** Sends everything again that the phone has not acknowledged. */
export function resendAll(revision: number): void {
  sent = {};
  sendWaiting(revision, true);
}
