import { advance, nextDue } from "./advance";
import { apply } from "./commands";
import {
  ENTRY_BYTES,
  JournalEntry,
  JOURNAL_KINDS,
  checkOf,
  nextEntry,
  seedOf,
} from "./journal";
import { Plan, Ports, Session, newSession, write } from "./session";

/** A day in ms: a watch that was off for longer does not count as pause. */
const LONGEST_AWAY = 86400000;

/**
 * Reads a journal as far as it is whole: a torn tail, another session's
 * entries and garbage end it. Never throws.
 */
export function readJournal(id: string, bytes: ArrayBuffer): JournalEntry[] {
  const view = new DataView(bytes);
  let seed = seedOf(id);
  const entries: JournalEntry[] = [];
  let last = 0;
  for (let at = 0; at + ENTRY_BYTES <= bytes.byteLength; at += ENTRY_BYTES) {
    const kind = JOURNAL_KINDS[view.getUint8(at) - 1];
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
    if (kind !== "fault") last = time;
  }
  return entries;
}

/**
 * Brings back a session from its journal. One that was still running when the
 * watch died is paused where the journal ends. The time from then to `wall`, in
 * ms of the watch's clock, counts as pause when it is more than none and less
 * than a day.
 */
export function replaySession(
  plan: Plan,
  ports: Ports,
  wall: number,
  entries: JournalEntry[],
): Session {
  const session = newSession(plan, ports, wall);
  const { player } = session;
  for (const { kind, at } of entries) {
    nextEntry(session, kind, at);
    if (kind === "fault") continue;
    session.now = at;
    if (kind === "mark") advance(player, at);
    else apply(player, kind, at);
  }
  const { now } = session;
  if (nextDue(player) >= 0) {
    apply(player, "pause", now);
    write(session, "pause", now);
  }
  player.news = false;
  // Cues that were due before the watch died are not given now.
  player.cues = [];
  const away = wall - plan.start * 1000 - now;
  if (away > 0 && away < LONGEST_AWAY) session.now += away;
  session.origin = wall - session.now;
  return session;
}
