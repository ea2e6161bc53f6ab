import { isSessionId } from "../record";
import { Result, fault } from "../result";
import { Link, LinkFile, WatchState } from "./link-files";
import { Merged } from "./pack-merged";
import { isList, versionFault } from "./routine";

export * from "./link-files";
export * from "./pack-merged";

/** The same by the names that the phone uses. */
export const LINK_VERSION: number = Link.Version;
export const ROUTINE_FILE: string = LinkFile.Routine;
export const WATCH_FILE: string = LinkFile.Watch;
export const SESSION_FILE: string = LinkFile.Session;
export const ACK_FILE: string = LinkFile.Acknowledged;
export const MERGED_FILE: string = LinkFile.Merged;

/** What the phone asks of the open app: play the cues with their meaning. */
export type Message = "feel";

const MOST = 4294967295;

/** Numbers from `from` on are whole, 0 to MOST; the version and length fit. */
function check(
  what: string,
  packed: unknown,
  length: number,
  from: number,
): Result<number[]> {
  if (!isList(packed)) return fault(what, packed, "a list of " + length);
  const version = versionFault(packed[0], LINK_VERSION);
  if (version) return version;
  if (packed.length !== length) {
    return fault(what, packed.length + " entries", String(length));
  }
  for (let i = from; i < length; i++) {
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

/** Reads the body of `watch`. */
export function unpackWatch(packed: unknown): Result<WatchState> {
  const checked = check("watch", packed, 4, 1);
  if (!checked.ok) return checked;
  const n = checked.value;
  return {
    ok: true,
    value: { revision: n[1]!, waiting: n[2]!, at: n[3]! },
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
