import { isSessionId } from "../record";
import { Result, fault } from "../result";
import { Routine } from "../routine";
import { LastSession, Link, LinkFile } from "./link-files";
import { Merged } from "./pack-merged";
import { isList, unpackFlat, versionFault } from "./routine";
import { sealOf } from "./seal";

export * from "./link-files";
export * from "./pack-merged";

/** The same by the names that the phone uses. */
export const LINK_VERSION: number = Link.Version;
export const ROUTINE_FILE: string = LinkFile.Routine;
export const WATCH_FILE: string = LinkFile.Watch;
export const SESSION_FILE: string = LinkFile.Session;
export const ACK_FILE: string = LinkFile.Acknowledged;
export const MERGED_FILE: string = LinkFile.Merged;
export const LAST_FILE: string = LinkFile.Last;

/** What the watch says of itself. */
export interface WatchState {
  /** Revision of the routine in use. */
  revision: number;
  /** Sessions on the watch that no acknowledgement has reached. */
  waiting: number;
  /** Seconds since 1970 by the watch's clock. */
  at: number;
}

/** The same with what is said since version 2 of the report. */
export interface WatchReport extends WatchState {
  /** Undefined in a report of version 1. */
  more?: {
    /** The number of the watch's week, and the sessions that it counts there. */
    week: number;
    count: number;
    /** The routine in use. */
    routine: Routine;
  };
}

/** What the phone asks of the open app: play the cues with their meaning. */
export type Message = "feel";

const MOST = 4294967295;
/**
 * The highest revision that a watch is believed. A phone goes on above what the
 * watch reports, so there have to be revisions left.
 */
const MOST_REPORTED = MOST - 1000000;

/** A fault for a revision that leaves the phone none above it. */
function revisionFault(revision: number): Result<never> | undefined {
  return revision > MOST_REPORTED
    ? fault("revision", revision, "a whole number, 0 to " + MOST_REPORTED)
    : undefined;
}

/** Numbers from `from` on are whole, 0 to MOST; the version and length fit. */
function check(
  what: string,
  packed: unknown,
  length: number,
  from: number,
): Result<number[]> {
  if (!isList(packed)) return fault(what, packed, "a list of " + length);
  const version = versionFault(packed[0], LINK_VERSION);
  return version || checkEntries(what, packed, length, from, length);
}

/** Entries from `from` up to but not `to` are whole, 0 to MOST; the length fits. */
function checkEntries(
  what: string,
  packed: unknown[],
  length: number,
  from: number,
  to: number,
): Result<number[]> {
  if (packed.length !== length) {
    return fault(what, packed.length + " entries", String(length));
  }
  for (let i = from; i < to; i++) {
    const n = packed[i];
    if (typeof n !== "number" || !(n >= 0 && n <= MOST) || n % 1 !== 0) {
      return fault(what + "[" + i + "]", n, "a whole number, 0 to " + MOST);
    }
  }
  return { ok: true, value: packed as number[] };
}

/** Body of `a-<id>`: the session, or the merged summary, is stored. */
export function packAck(id: string): unknown[] {
  return [LINK_VERSION, id];
}

/** Body of `last`, as the watch seals its own file of it. */
export function packLast(last: Required<LastSession>): unknown[] {
  return [last, sealOf(last)];
}

/** Reads the body of `watch`, of this version or the one before. */
export function unpackWatch(packed: unknown): Result<WatchReport> {
  if (!isList(packed)) return fault("watch", packed, "a list of 6");
  const version = versionFault(packed[0], Link.Report);
  if (version) return version;
  if (packed[0] === LINK_VERSION) {
    const checked = checkEntries("watch", packed, 4, 1, 4);
    if (!checked.ok) return checked;
    const [, revision, waiting, at] = checked.value;
    const refused = revisionFault(revision!);
    if (refused) return refused;
    return {
      ok: true,
      value: { revision: revision!, waiting: waiting!, at: at! },
    };
  }
  const checked = checkEntries("watch", packed, 6, 1, 5);
  if (!checked.ok) return checked;
  const [, waiting, at, week, count] = checked.value;
  const routine = unpackFlat(packed[5]);
  if (!routine.ok) return routine;
  const refused = revisionFault(routine.value.revision);
  if (refused) return refused;
  return {
    ok: true,
    value: {
      revision: routine.value.revision,
      waiting: waiting!,
      at: at!,
      more: { week: week!, count: count!, routine: routine.value },
    },
  };
}

/** Reads the body of `m-<id>`. */
export function unpackMerged(packed: unknown): Result<Merged> {
  const checked = check("summary", packed, 9, 2);
  if (!checked.ok) return checked;
  const n = checked.value;
  const id = n[1] as unknown;
  if (!isSessionId(id)) return fault("id", id, "a session id");
  if (n[3]! < n[2]!) return fault("summary[3]", n[3], "not before the first");
  if (!n[4]) return fault("summary[4]", n[4], "1 session or more");
  return {
    ok: true,
    value: {
      id,
      firstStart: n[2]!,
      lastStart: n[3]!,
      sessions: n[4]!,
      activeSeconds: n[5]! / 10,
      sets: n[6]!,
      reps: n[7]!,
      holdSeconds: n[8]! / 10,
    },
  };
}

/** A message from the phone to the open app. */
export function packMessage(message: Message): unknown[] {
  return [LINK_VERSION, message];
}
