import { write } from "../../app/session/journal";
import { followJournal } from "../../app/session/replay";
import { Plan, S, newSession } from "../../app/session/session";
import { ENGINE, EPOCH, KINDS, KindName, nameIn } from "./session";

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

/**
 * The entries that a replay of the journal follows. The session itself is left
 * at its beginning: what is read here is only what the replay would do.
 */
export function readJournal(plan: Plan, bytes: Uint8Array): JournalEntry[] {
  const session = newSession(plan, EPOCH);
  const entries: JournalEntry[] = [];
  const view = new DataView(bytes.slice().buffer);
  // A failure leads to nothing: it shows as an entry that was read and not followed.
  const fill = (until: number) => {
    while (entries.length < until) {
      const at = view.getUint32(entries.length * 8 + 2, true);
      entries.push({ kind: "fault", at });
    }
  };
  const follow = (kind: KindName, at: number) => {
    fill(session[S.Written] - 1);
    entries.push({ kind, at });
  };
  followJournal(session, view.buffer as ArrayBuffer, {
    ...ENGINE,
    advance: (_, at) => follow("mark", at),
    apply: (_, kind, at) => {
      follow(nameIn(KINDS, kind), at);
      return true;
    },
  });
  fill(session[S.Written]);
  return entries;
}
