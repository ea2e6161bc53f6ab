import { write } from "../../app/session/journal";
import { followJournal } from "../../app/session/replay";
import { Plan, S, newSession } from "../../app/session/session";
import { EPOCH, KINDS, KindName, nameIn } from "./session";

/** What an entry of a journal says, and at which session time in ms. */
export interface JournalEntry {
  kind: KindName;
  at: number;
}

/** The bytes of a journal, one entry after another. */
export function writtenJournal(
  plan: Plan,
  entries: JournalEntry[],
): Uint8Array {
  const session = newSession(plan, EPOCH);
  const bytes: number[] = [];
  for (const { kind, at } of entries) {
    write(session, KINDS[kind], at, (entry, place) => {
      bytes.splice(place, entry.byteLength, ...new Uint8Array(entry));
      return true;
    });
  }
  return Uint8Array.from(bytes);
}

/** The entries that a replay of the journal follows. */
export function readJournal(plan: Plan, bytes: Uint8Array): JournalEntry[] {
  const session = newSession(plan, EPOCH);
  const view = new DataView(bytes.slice().buffer);
  followJournal(session, view.buffer as ArrayBuffer);
  return Array.from({ length: session[S.Written] }, (_, i) => ({
    kind: nameIn(KINDS, view.getUint8(i * 8)),
    at: view.getUint32(i * 8 + 2, true),
  }));
}
