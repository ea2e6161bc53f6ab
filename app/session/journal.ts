import { Kind, S, Session } from "./session";

/** An entry: kind, sequence, session time in ms (4 bytes), check (2), lowest byte first. */
export const enum Entry {
  Bytes = 8,
}

/**
 * Keeps the bytes of an entry at that place of the journal, for good. False,
 * not an error, when it cannot.
 */
export type Append = (bytes: ArrayBuffer, place: number) => boolean;

/** Failures of one session that are written into its journal. */
const MOST_FAULTS = 3;

/** The check of the entry at `place`, behind one whose check is `seed`. */
export function checkOf(
  bytes: Uint8Array,
  place: number,
  seed: number,
): number {
  for (const end = place + Entry.Bytes - 2; place < end; place++) {
    seed = (seed * 31 + bytes[place]! + 1) & 0xffff;
  }
  return seed;
}

/** Writes the next entry; false when it cannot be kept. */
function put(
  session: Session,
  kind: Kind,
  at: number,
  append: Append,
): boolean {
  const entry = new Uint8Array(Entry.Bytes);
  const written = session[S.Written];
  entry[0] = kind;
  entry[1] = written;
  entry[2] = at;
  entry[3] = at >> 8;
  entry[4] = at >> 16;
  entry[5] = at >> 24;
  const check = checkOf(entry, 0, session[S.Seed]);
  entry[6] = check;
  entry[7] = check >> 8;
  if (!append(entry.buffer, written * Entry.Bytes)) return false;
  session[S.Written] = written + 1;
  session[S.Seed] = check;
  return true;
}

/**
 * Notes for good what was done at `at`, or how far the session has come. What
 * cannot be written comes with the next entry, but for marks: any later entry
 * says more.
 * @hot
 */
export function write(
  session: Session,
  kind: Kind,
  at: number,
  append: Append,
): void {
  const unwritten = session[S.Unwritten];
  session[S.News] = 0;
  while (
    unwritten.length &&
    put(session, unwritten[0]!, unwritten[1]!, append)
  ) {
    unwritten.splice(0, 2);
  }
  if (unwritten.length || !put(session, kind, at, append)) {
    if (kind !== Kind.Mark) unwritten.push(kind, at);
  }
}

/** Notes in the journal that something beside the session failed. */
export function noteFault(session: Session, append: Append): void {
  if (session[S.Faults]++ < MOST_FAULTS) {
    write(session, Kind.Fault, session[S.Now], append);
  }
}
