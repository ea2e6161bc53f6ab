/** The version of everything in this file; docs/protocol.md describes the link. */
export const LINK_VERSION = 1;

/** Phone to watch: the routine. Watch to phone: how the watch is doing. */
export const ROUTINE_FILE = "routine";
export const WATCH_FILE = "watch";

/** Prefixes of the files that carry a session's id in their name. */
export const SESSION_FILE = "s-";
export const ACK_FILE = "a-";
export const MERGED_FILE = "m-";

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
  return [LINK_VERSION, state.revision, state.waiting, state.at];
}
