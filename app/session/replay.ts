import { advance } from "./advance";
import { apply } from "./commands";
import { Entry, checkOf, write } from "./journal";
import { Ports } from "./run";
import { Kind, S, Session, Status } from "./session";

// Loaded only after a death.

/** A day in ms: a watch that was off for longer does not count as pause. */
const LONGEST_AWAY = 86400000;

/** A whole number of so many bytes, lowest first. */
function readNumber(bytes: Uint8Array, place: number, length: number): number {
  let number = 0;
  while (length-- > 0) number = number * 256 + bytes[place + length]!;
  return number;
}

/**
 * Takes a new session as far as its journal is whole: a torn tail, another
 * session's entries and garbage end it. Never throws. `S.Written` tells how many
 * entries were whole.
 */
export function followJournal(session: Session, bytes: ArrayBuffer): void {
  const view = new Uint8Array(bytes);
  for (let at = 0; at + Entry.Bytes <= view.length; at += Entry.Bytes) {
    const kind: Kind = view[at]!;
    const time = readNumber(view, at + 2, 4);
    const check = checkOf(view, at, session[S.Seed]);
    if (
      kind < Kind.Mark ||
      kind > Kind.Fault ||
      kind === Kind.Gone ||
      view[at + 1] !== (session[S.Written] & 0xff) ||
      readNumber(view, at + 6, 2) !== check ||
      time < session[S.Now]
    ) {
      return;
    }
    session[S.Written]++;
    session[S.Seed] = check;
    if (kind === Kind.Fault) continue;
    session[S.Now] = time;
    if (kind === Kind.Mark) advance(session, time);
    else apply(session, kind, time);
  }
}

/**
 * Ends the replay of a session whose journal was followed. One that was still
 * running when the watch died is paused where the journal ends. The time from
 * then to `wall`, in ms of the watch's clock, counts as pause when it is more
 * than none and less than a day.
 */
export function endReplay(session: Session, ports: Ports, wall: number): void {
  const now = session[S.Now];
  if (session[S.Status] === Status.Running) {
    apply(session, Kind.Pause, now);
    write(session, Kind.Pause, now, ports.append);
  }
  session[S.News] = 0;
  // Cues that were due before the watch died are not given now.
  session[S.Cues] = 0;
  const away = wall - session[S.Start] * 1000 - now;
  if (away > 0 && away < LONGEST_AWAY) session[S.Now] += away;
  session[S.Origin] = wall - session[S.Now];
}
