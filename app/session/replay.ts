import type { advance } from "./advance";
import type { apply } from "./commands";
import { Entry, type checkOf, type write } from "./journal";
import { Ports } from "./run";
import { Kind, S, Session, Status, type newSession } from "./session";

// Loaded only after a death. The engine comes as an argument: what two parts of
// the app import would be a third part, which costs memory.

/** What a replay needs of the session engine. */
export interface Engine {
  newSession: typeof newSession;
  advance: typeof advance;
  apply: typeof apply;
  checkOf: typeof checkOf;
  write: typeof write;
}

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
export function followJournal(
  session: Session,
  bytes: ArrayBuffer,
  engine: Engine,
): void {
  const view = new Uint8Array(bytes);
  for (let at = 0; at + Entry.Bytes <= view.length; at += Entry.Bytes) {
    const kind: Kind = view[at]!;
    const time = readNumber(view, at + 2, 4);
    const check = engine.checkOf(view, at, session[S.Seed]);
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
    if (kind === Kind.Mark) engine.advance(session, time);
    else engine.apply(session, kind, time);
  }
}

/**
 * Ends the replay of a session whose journal was followed. One that was still
 * running when the watch died is paused where the journal ends. The time from
 * then to `wall`, in ms of the watch's clock, counts as pause when it is more
 * than none and less than a day.
 */
export function endReplay(
  session: Session,
  ports: Ports,
  wall: number,
  engine: Engine,
): void {
  const now = session[S.Now];
  if (session[S.Status] === Status.Running) {
    engine.apply(session, Kind.Pause, now);
    engine.write(session, Kind.Pause, now, ports.append);
  }
  session[S.News] = 0;
  // Cues that were due before the watch died are not given now.
  session[S.Cues] = 0;
  const away = wall - session[S.Start] * 1000 - now;
  if (away > 0 && away < LONGEST_AWAY) session[S.Now] += away;
  session[S.Origin] = wall - session[S.Now];
}
