import { S, Session } from "./session";

// Turns the watch's clock, which people and phones may set, into session time: ms
// since the start that never run backwards.

/** Ms; after a wake-up that is later than this, the session is paused. */
const LATE = 5000;
/** Ms; on a wake-up later than this, the steady clock is asked if there is one. */
const ODD = 1000;
/** Ms by which a clock may go back, or a timer fire early, without being set. */
const EARLY = 50;

/**
 * A clock in ms that no change of the watch's clock moves; not a number without
 * one. It is the active time of the Exercise API, asked only when something is
 * odd.
 */
export type Steady = () => number;

/** Ties the steady clock to session time; again after each pause of it. */
export function pair(session: Session, steady: Steady): void {
  session[S.Steady] = session[S.Now] - steady();
}

/**
 * Reads the clock: `wall` is what the watch's says, in ms, and `fired` tells
 * that the pending timer woke us. True when that came too late to go on as if
 * nothing had been.
 * @hot
 */
export function readClock(
  session: Session,
  wall: number,
  fired: boolean,
  steady: Steady,
): boolean {
  const last = session[S.Now];
  const due = session[S.Due];
  const least = fired && due > last ? due : last;
  let now = wall - session[S.Origin];
  let gap = false;
  // Most often a timer fires when it should.
  if (now >= least && now - due <= ODD && due >= 0) {
    session[S.Now] = now;
    return false;
  }
  const back = now < least - EARLY;
  if (back || (due >= 0 && now - due > ODD)) {
    const truth = steady() + session[S.Steady];
    // Set back: a timer knows how long it ran. Set forward: we were on time.
    const known = back
      ? !fired && truth > least
      : truth > last && truth - due <= LATE;
    if (back || known) {
      now = known && truth > least ? truth : least;
      session[S.Origin] = wall - now;
    } else gap = now - due > LATE;
  }
  session[S.Now] = now > least ? now : least;
  return gap;
}
