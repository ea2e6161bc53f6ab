import { Command } from "./player";

/** What a line of the journal says: a command, or that time went on. */
export type Kind = Command | "mark";

/** Kinds by their code in the file: append only, never reorder. */
const KINDS: ReadonlyArray<Kind> = [
  "mark",
  "start",
  "pause",
  "resume",
  "skip",
  "skip-exercise",
  "restart",
  "previous",
  "more-rest",
  "end",
];

/** Bytes of an entry: code, sequence, session time in ms (4), check (2). */
export const ENTRY_BYTES = 8;

/** One line of the journal: what happened at which session time in ms. */
export interface Entry {
  kind: Kind;
  at: number;
}

/**
 * Ties a journal to its session. Each check starts from the one before, so
 * that neither another session's entries nor what lay behind an entry that was
 * replaced are ever taken for it.
 */
function seedOf(id: string): number {
  let seed = 7;
  for (let i = 0; i < id.length; i++) {
    seed = (seed * 31 + id.charCodeAt(i)) & 0xffff;
  }
  return seed;
}

function checkOf(view: DataView, offset: number, seed: number): number {
  let check = seed;
  for (let i = 0; i < ENTRY_BYTES - 2; i++) {
    check = (check * 31 + view.getUint8(offset + i) + 1) & 0xffff;
  }
  return check;
}

/** Encodes the entries of one session, one after another. */
export class JournalWriter {
  private entry = new ArrayBuffer(ENTRY_BYTES);
  private view = new DataView(this.entry);
  private seed: number;
  private written = 0;

  constructor(id: string) {
    this.seed = seedOf(id);
  }

  /** Length of the journal so far, which is where the next entry goes. */
  bytes(): number {
    return this.written * ENTRY_BYTES;
  }

  /** The bytes of the next entry; the buffer is used again by the next call. */
  next(kind: Kind, at: number): ArrayBuffer {
    const view = this.view;
    view.setUint8(0, KINDS.indexOf(kind) + 1);
    view.setUint8(1, this.written++ & 0xff);
    view.setUint32(2, at, true);
    this.seed = checkOf(view, 0, this.seed);
    view.setUint16(6, this.seed, true);
    return this.entry;
  }
}

/**
 * Reads a journal as far as it is whole: a torn tail, another session's
 * entries and garbage end it. Never throws.
 */
export function readJournal(id: string, bytes: ArrayBuffer): Entry[] {
  const view = new DataView(bytes);
  let seed = seedOf(id);
  const entries: Entry[] = [];
  let last = 0;
  for (let at = 0; at + ENTRY_BYTES <= bytes.byteLength; at += ENTRY_BYTES) {
    const kind = KINDS[view.getUint8(at) - 1];
    const time = view.getUint32(at + 2, true);
    seed = checkOf(view, at, seed);
    if (
      !kind ||
      view.getUint8(at + 1) !== (entries.length & 0xff) ||
      view.getUint16(at + 6, true) !== seed ||
      time < last
    ) {
      break;
    }
    entries.push({ kind, at: time });
    last = time;
  }
  return entries;
}
