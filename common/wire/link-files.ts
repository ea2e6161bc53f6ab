/** The version of everything in this file; docs/protocol.md describes the link. */
export const enum Link {
  Version = 1,
}

/** Names of the files that go between watch and phone. */
export const enum LinkFile {
  /** Phone to watch: the routine. */
  Routine = "routine",
  /** Watch to phone: how the watch is doing. */
  Watch = "watch",
  // Prefixes of those that carry a session's id in their name.
  Session = "s-",
  Acknowledged = "a-",
  Merged = "m-",
}

/** What the watch says of itself. */
export interface WatchState {
  /** Revision of the routine in use. */
  revision: number;
  /** Sessions on the watch that no acknowledgement has reached. */
  waiting: number;
  /** Seconds since 1970 by the watch's clock. */
  at: number;
}

/** Body of `watch`. */
export function packWatch(state: WatchState): number[] {
  return [Link.Version, state.revision, state.waiting, state.at];
}
