import { Outcome, SessionRecord } from "../../common/record";
import { Merged } from "../../common/wire/link";

/** A session of which a full phone kept date, times and sums only. */
export interface BriefSession {
  id: string;
  /** Seconds since 1970 by the watch's clock. */
  start: number;
  /** Minutes east of UTC at the start, -900 to 900. */
  offset: number;
  outcome: Outcome;
  /** Seconds, in tenths at the finest, as `holdSeconds` too. */
  activeSeconds: number;
  /** Sums over the exercises and their sides. */
  sets: number;
  reps: number;
  holdSeconds: number;
}

/** One entry of the history: a session, or several that the watch merged. */
export type HistoryEntry =
  | { kind: "session"; record: SessionRecord }
  | { kind: "brief"; brief: BriefSession }
  | { kind: "merged"; merged: Merged };

/** The session id of an entry; a merged one has an id of its own. */
export function entryId(entry: HistoryEntry): string {
  return entry.kind === "session"
    ? entry.record.id
    : entry.kind === "brief"
      ? entry.brief.id
      : entry.merged.id;
}

/** Seconds since 1970 at the start; of several sessions, of the newest. */
export function entryStart(entry: HistoryEntry): number {
  return entry.kind === "session"
    ? entry.record.start
    : entry.kind === "brief"
      ? entry.brief.start
      : entry.merged.lastStart;
}

/** Minutes east of UTC at the start; undefined for several sessions. */
export function entryOffset(entry: HistoryEntry): number | undefined {
  return entry.kind === "session"
    ? entry.record.offset
    : entry.kind === "brief"
      ? entry.brief.offset
      : undefined;
}

/** The side that came first in a session, 0 left or 1 right; left where that is not known. */
export function firstSideOf(entry: HistoryEntry): number {
  const check = entry.kind === "session" ? entry.record.check : undefined;
  return check ? check.firstSide : 0;
}

/** How the session ended; undefined for several sessions. */
export function entryOutcome(entry: HistoryEntry): Outcome | undefined {
  return entry.kind === "session"
    ? entry.record.outcome
    : entry.kind === "brief"
      ? entry.brief.outcome
      : undefined;
}
