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

/**
 * Notes for good what was done at `at`, or how far the session has come. What
 * cannot be written comes with the next entry, but for marks: any later entry
 * says more.
 */
export function write(
  session: Session,
  kind: Kind,
  at: number,
  append: Append,
): void {
  const unwritten = session[S.Unwritten];
  const entry = new Uint8Array(Entry.Bytes);
  session[S.News] = 0;
  unwritten.push(kind, at);
  while (unwritten.length) {
    const written = session[S.Written];
    const time = unwritten[1]!;
    entry[0] = unwritten[0]!;
    entry[1] = written;
    entry[2] = time;
    entry[3] = time >> 8;
    entry[4] = time >> 16;
    entry[5] = time >> 24;
    const check = checkOf(entry, 0, session[S.Seed]);
    entry[6] = check;
    entry[7] = check >> 8;
    if (!append(entry.buffer as ArrayBuffer, written * Entry.Bytes)) {
      if (kind === Kind.Mark) unwritten.splice(unwritten.length - 2);
      return;
    }
    session[S.Written] = written + 1;
    session[S.Seed] = check;
    unwritten.splice(0, 2);
  }
}

/** Notes in the journal that something beside the session failed. */
export function noteFault(session: Session, append: Append): void {
  if (session[S.Faults]++ < MOST_FAULTS) {
    write(session, Kind.Fault, session[S.Now], append);
  }
}
