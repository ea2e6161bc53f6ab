import { advance, nextDue } from "./advance";
import { Steady, readClock } from "./clock";
import { apply } from "./commands";
import { Append, write } from "./journal";
import { Kind, Phase, S, Session, stepLeft } from "./session";

// A session against the watch's clock, with its journal. What was done is kept
// for good before any cue of that moment is handed out.

/** Ms; a timer for the display that is later than this is looked into. */
const SECOND = 1000;

/** What a session needs of the watch. */
export interface Ports {
  append: Append;
  steady: Steady;
}

/**
 * Reads the clock. False when the gap was too long: then the session is paused
 * where it was.
 * @often
 */
function goesOn(
  session: Session,
  wall: number,
  fired: boolean,
  ports: Ports,
): boolean {
  const last = session[S.Now];
  if (!readClock(session, wall, fired, ports.steady)) return true;
  apply(session, Kind.Pause, last);
  write(session, Kind.Pause, last, ports.append);
  return false;
}

/**
 * True when the timer that fires at `wall` tells of a second on the display, and
 * of nothing else: then the session's time is all that has changed.
 * @hot
 */
export function isSecond(session: Session, wall: number): boolean {
  const now = wall - session[S.Origin];
  const due = session[S.Due];
  if (now < due || now - due > SECOND || now >= session[S.Next]) return false;
  session[S.Now] = now;
  return true;
}

/**
 * Goes on to `wall`. `fired` tells that the timer set by `arm` woke us.
 * @hot
 */
export function wake(
  session: Session,
  wall: number,
  fired: boolean,
  ports: Ports,
): void {
  if (!goesOn(session, wall, fired, ports)) return;
  const now = session[S.Now];
  advance(session, now);
  if (session[S.News]) write(session, Kind.Mark, now, ports.append);
}

/**
 * Does a command at `wall`; false when it cannot be done as things stand. After
 * a gap that paused the session nothing else is done: what the runner saw was
 * out of date.
 */
export function command(
  session: Session,
  kind: Kind,
  wall: number,
  ports: Ports,
): boolean {
  if (!goesOn(session, wall, false, ports)) return kind === Kind.Pause;
  const now = session[S.Now];
  const done = apply(session, kind, now);
  if (done || session[S.News]) {
    write(session, done ? kind : Kind.Mark, now, ports.append);
  }
  return done;
}

/**
 * Ms from the newest reading to the next wake-up, or -1 for none: to what is
 * next due, and while the display is `lit` already to the next second that it
 * shows. The caller sets its one timer for it.
 * @hot
 */
export function arm(session: Session, lit: boolean): number {
  const now = session[S.Now];
  const phase = session[S.Phase];
  if (session[S.Next] < 0) session[S.Next] = nextDue(session, lit);
  let due = session[S.Next];
  // A rep's way up and down has no number that changes.
  if (due >= 0 && lit && phase !== Phase.Lift && phase !== Phase.Lower) {
    due = Math.min(due, now + (stepLeft(session) % 1000 || 1000));
  }
  session[S.Due] = due;
  return due < 0 ? -1 : due - now;
}
