import { Kind, S, Session } from "./session";

/** An entry: kind, sequence, session time in ms (4 bytes), check (2). */
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

/** The check of the entry at `offset`, behind one whose check is `seed`. */
export function checkOf(view: DataView, offset: number, seed: number): number {
  for (let i = 0; i < Entry.Bytes - 2; i++) {
    seed = (seed * 31 + view.getUint8(offset + i) + 1) & 0xffff;
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
  const entry = new DataView(new ArrayBuffer(Entry.Bytes));
  session[S.News] = 0;
  unwritten.push(kind, at);
  while (unwritten.length) {
    const written = session[S.Written];
    entry.setUint8(0, unwritten[0]!);
    entry.setUint8(1, written);
    entry.setUint32(2, unwritten[1]!, true);
    const check = checkOf(entry, 0, session[S.Seed]);
    entry.setUint16(6, check, true);
    if (!append(entry.buffer, written * Entry.Bytes)) {
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
