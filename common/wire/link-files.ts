import { FlatRoutine } from "./flat-routine";

/** The versions of what goes over the link; docs/protocol.md describes it. */
export const enum Link {
  Version = 1,
  /** Of the watch's report, which said less before. */
  Report = 2,
}

/** Names of the files that go between watch and phone. */
export const enum LinkFile {
  /** Phone to watch: the routine. */
  Routine = "routine",
  /** Watch to phone: how the watch is doing. */
  Watch = "watch",
  /** Phone to watch: its last session, in place of the watch's own file of it. */
  Last = "last",
  // Prefixes of those that carry a session's id in their name.
  Session = "s-",
  Acknowledged = "a-",
  Merged = "m-",
}

/**
 * The last session, as it stands under a seal in a file: when it started, in
 * seconds since 1970 (0 where that is not known), its minutes, how many sessions
 * there were in its week, the number of that week, and the side that came first
 * (0 left, 1 right). Older apps did not store the last three.
 */
export type LastSession = [
  start: number,
  minutes: number,
  count?: number,
  week?: number,
  firstSide?: number,
];

/** Body of `watch`; the revision of the routine in use stands in the routine. */
export type PackedReport = [
  version: number,
  /** Sessions on the watch that no acknowledgement has reached. */
  waiting: number,
  /** Seconds since 1970 by the watch's clock. */
  at: number,
  /** The number of its week, and how many sessions it counts there. */
  week: number,
  count: number,
  routine: FlatRoutine,
];
