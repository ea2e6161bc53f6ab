import { Link } from "./link-files";

/** Sessions that a full watch had to sum up as one entry. Seconds in tenths at the finest. */
export interface Merged {
  /** A session id of its own, new for every summary. */
  id: string;
  /** Seconds since 1970 at the start of the oldest and the newest session. */
  firstStart: number;
  lastStart: number;
  sessions: number;
  activeSeconds: number;
  /** Sums over the sessions. */
  sets: number;
  reps: number;
  holdSeconds: number;
}

/** Body of `m-<id>`, seconds of work in tenths. */
export function packMerged(merged: Merged): unknown[] {
  return [
    Link.Version,
    merged.id,
    merged.firstStart,
    merged.lastStart,
    merged.sessions,
    Math.round(merged.activeSeconds * 10),
    merged.sets,
    merged.reps,
    Math.round(merged.holdSeconds * 10),
  ];
}
