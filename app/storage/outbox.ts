import { SessionRecord } from "../../common/record";
import { exists } from "./files";
import { saveLast } from "./last-session";
import { report, send } from "../platform/link";
import {
  acknowledge,
  MERGING,
  keepSpare,
  readRecord,
  recordFile,
  saveRecord,
  setBrokenAside,
  waiting,
} from "./records";
import { forgetRunning } from "./journal-file";

/** Most transfers at a time: each costs the watch memory until it is over. */
const WINDOW = 64;

/** Ms after which a write has surely reached the watch's storage. */
const SETTLED = 2000;

// Sees to it that a finished session is never lost: its journal is kept until
// its record has been found whole, or the phone has it.

/** The finished session whose journal is still there. */
let unsettled = "";
/** Files handed to the system since it last had a chance to lose them. */
let sent: { [name: string]: boolean } = {};

function hand(name: string): void {
  sent[name] = true;
  send(name);
}

/** Stores a record and hands it to the system; false when there is no room. */
function store(record: SessionRecord): boolean {
  const saved = saveRecord(record);
  if (saved) hand(recordFile(record.id));
  return saved;
}

/** A session starts: the journal on file is not the finished one's any more. */
export function moveOn(): void {
  unsettled = "";
}

/** Drops the session that is under way, or the journal of one that is kept. */
export function forget(): void {
  unsettled = "";
  forgetRunning();
}

/**
 * Keeps a finished session. False when the watch is full: then the oldest that
 * wait for the phone are summed up. What they were goes only once the summary
 * is on file for good; this record comes after that, and until then its journal
 * stands for it.
 */
export function keep(record: SessionRecord): boolean {
  unsettled = record.id;
  saveLast(record.start, Math.round(record.activeSeconds / 60));
  if (store(record)) return true;
  void import("./merged-sessions").then((merge) => {
    if (!merge.mergeOldest()) return;
    setTimeout(() => {
      merge.finishMerge();
      keepSpare();
      store(record);
    }, SETTLED);
  });
  return false;
}

/**
 * Ends what a kill cut off, or takes room for the day there is none and looks
 * through what waits; true when some of it could not be read.
 */
export function tidy(): boolean {
  if (exists(MERGING)) {
    void import("./merged-sessions").then((merge) => merge.finishMerge());
    return false;
  }
  keepSpare();
  return setBrokenAside();
}

/** Lets go of the journal once the record is known to be whole. */
export function settle(): void {
  if (unsettled && readRecord(unsettled)) forget();
}

/** The phone has stored this session: nothing of it is needed here. */
export function acknowledged(id: string): void {
  acknowledge(id);
  delete sent[recordFile(id)];
  if (id === unsettled) forget();
}

/**
 * Sends some of what waits. Tells the phone how the watch is doing when
 * asked to, and when the last acknowledgement has come.
 */
export function sendMore(revision: number, tell: boolean): void {
  const names = waiting();
  let room = WINDOW - names.filter((name) => sent[name]).length;
  names.forEach((name) => {
    if (!sent[name] && room-- > 0) hand(name);
  });
  if (names.length && !tell) return;
  const at = Math.floor(Date.now() / 1000);
  report({ revision, waiting: names.length, at });
}

/** Begins anew to send what the phone has not acknowledged. */
export function sendAgain(revision: number): void {
  sent = {};
  sendMore(revision, true);
}
