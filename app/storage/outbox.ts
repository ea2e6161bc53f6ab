import { Link, LinkFile, PackedReport } from "../../common/wire/link-files";
import { CoachFile } from "../../common/wire/coach-files";
import { load } from "../platform/chunks";
import { send } from "../platform/transfers";
import { exists, remove, setAside, write } from "./files";
import { SessionFile } from "./journal-file";
import { readLastSession, weekAt, weekCount } from "./last-session";
import { RecordFile, readWaiting, reserveSpare, waiting } from "./records";
import { routineInUse } from "./routines";

/** Most transfers at a time: each costs the watch memory until it is over. */
const MOST_TRANSFERS = 64;

// Finished sessions on their way to the phone. None is ever lost: the journal of
// one stays until its record has been found whole, or the phone has it.

/** Id of the finished session whose journal is still on file, or empty. */
let journaled = "";
/** Files handed to the system since the phone was last connected anew. */
let sent: { [name: string]: boolean } = {};

/** The journal on file is from now on that of this finished session, or of none. */
export function keepJournal(id: string): void {
  journaled = id;
}

/** The file that is not sent yet: what it tells is still being asked. Or empty. */
let held = "";

/** Keeps a file from being sent, until it is another one or none. */
export function hold(name: string): void {
  held = name;
}

/** Removes the session on file: one that is dropped, or the journal of a stored one. */
export function dropSession(): void {
  journaled = "";
  // The plan first: a journal alone means nothing.
  remove(SessionFile.Plan);
  remove(SessionFile.Journal);
}

/** Hands a file to the system; it is sent again until it is acknowledged. */
export function sendFile(name: string): void {
  if (name === held) return;
  sent[name] = true;
  send(name);
}

/**
 * At launch: ends a merge that a kill cut off; without one, reserves room for the
 * next merge and sets aside what waits and cannot be read. True when there was any.
 * @once
 */
export function repair(): boolean {
  let damaged = false;
  if (exists(RecordFile.Merging)) {
    load(import("./merged-sessions"), (merge) => merge.finishMerge());
    return damaged;
  }
  reserveSpare();
  const names = waiting();
  for (let i = 0; i < names.length; i++) {
    if (readWaiting(names[i]!)) continue;
    setAside(names[i]!);
    damaged = true;
  }
  return damaged;
}

/** Removes the journal of the finished session if its record is whole. */
export function dropStoredJournal(): void {
  if (journaled && readWaiting(LinkFile.Session + journaled)) dropSession();
}

/** The phone has stored this session: nothing of it is needed here. */
export function acknowledged(id: string): void {
  remove(LinkFile.Session + id);
  remove(LinkFile.Merged + id);
  remove(CoachFile.Check + id);
  delete sent[LinkFile.Session + id];
  if (id === journaled) dropSession();
}

/**
 * Sends what waits, as far as there may be transfers. Reports the state of the
 * watch when `always` is true or nothing waits any more.
 */
export function sendWaiting(always: boolean): void {
  const names = waiting();
  let room = MOST_TRANSFERS;
  for (let i = 0; i < names.length; i++) if (sent[names[i]!]) room--;
  for (let i = 0; i < names.length; i++) {
    if (!sent[names[i]!] && room-- > 0) sendFile(names[i]!);
  }
  if (names.length && !always) return;
  const at = Math.floor(Date.now() / 1000);
  const week = weekAt(at);
  const report: PackedReport = [
    Link.Report,
    names.length,
    at,
    week,
    weekCount(readLastSession(), week),
    routineInUse(),
  ];
  if (write(LinkFile.Watch, report)) send(LinkFile.Watch);
}

/** Sends everything again that the phone has not acknowledged. */
export function resendAll(): void {
  sent = {};
  sendWaiting(true);
}
