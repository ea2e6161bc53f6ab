import { Command } from "./commands";

/**
 * What an entry of the journal says: a command, or "mark": the session went on
 * up to here, or "fault": something failed, which changed nothing.
 */
export type JournalKind = Command | "mark" | "fault";

/**
 * Kinds by their code in the file, less 1. Append only, never reorder: an empty
 * name stands for a command that no longer exists.
 */
export const JOURNAL_KINDS: ReadonlyArray<JournalKind | ""> = [
  "mark",
  "start",
  "pause",
  "resume",
  "skip",
  "",
  "restart",
  "previous",
  "more-rest",
  "end",
  "fault",
];

/** Bytes of an entry: code, sequence, session time in ms (4), check (2). */
export const ENTRY_BYTES = 8;

/** One entry of the journal: what happened at which session time in ms. */
export interface JournalEntry {
  kind: JournalKind;
  at: number;
}

/** How far a journal has come. */
export interface Journal {
  /** Entries so far. */
  written: number;
  /** The check of the newest entry. */
  seed: number;
}

/**
 * Ties a journal to its session. Each check starts from the one before, so
 * that entries of another session, or entries that stood after one that was
 * replaced, never pass for entries of this session.
 */
export function seedOf(id: string): number {
  let seed = 7;
  for (let i = 0; i < id.length; i++) {
    seed = (seed * 31 + id.charCodeAt(i)) & 0xffff;
  }
  return seed;
}

/** The check of the entry at `offset`, behind one whose check is `seed`. */
export function checkOf(view: DataView, offset: number, seed: number): number {
  for (let i = 0; i < ENTRY_BYTES - 2; i++) {
    seed = (seed * 31 + view.getUint8(offset + i) + 1) & 0xffff;
  }
  return seed;
}

/** The bytes of the next entry; the journal is one entry longer then. */
export function nextEntry(
  journal: Journal,
  kind: JournalKind,
  at: number,
): ArrayBuffer {
  const bytes = new ArrayBuffer(ENTRY_BYTES);
  const entry = new DataView(bytes);
  entry.setUint8(0, JOURNAL_KINDS.indexOf(kind) + 1);
  entry.setUint8(1, journal.written++);
  entry.setUint32(2, at, true);
  journal.seed = checkOf(entry, 0, journal.seed);
  entry.setUint16(6, journal.seed, true);
  return bytes;
}
