/** Ms; after a wake-up that is later than this, the session is paused. */
const LATE = 5000;
/** Ms; on a wake-up later than this, the steady clock is asked if there is one. */
const ODD = 1000;
/** Ms by which a clock may go back, or a timer fire early, without being set. */
const EARLY = 50;

/** A clock in ms that no change of the watch's clock moves, if there is one. */
export type Steady = () => number | undefined;

/**
 * Turns the watch's clock, which people and phones may set, into session time:
 * ms since the start that never run backwards. The steady clock is the active
 * time of the Exercise API, asked only when something is odd.
 */
export interface Clock {
  readonly steady: Steady;
  /** Session time of the newest reading. */
  now: number;
  /** What the watch's clock said, or would have, when the session began. */
  origin: number;
  /** Session time less steady time; not a number where there is none. */
  offset: number;
  /** Session time for which the pending timer is set, or -1. */
  due: number;
}

/** What session time should be; not a number without a steady clock. */
function steadyTime({ steady, offset }: Clock): number {
  const time = steady();
  return time === undefined ? NaN : time + offset;
}

/** Ties the steady clock to session time; again after each pause of it. */
export function pair(clock: Clock): void {
  const time = clock.steady();
  clock.offset = time === undefined ? NaN : clock.now - time;
}

/**
 * Reads the clock: `wall` is what the watch's says, in ms, and `fired` tells
 * that the pending timer woke us. True when that came too late to go on as if
 * nothing had been.
 */
export function readClock(clock: Clock, wall: number, fired: boolean): boolean {
  const { now: last, due } = clock;
  let now = wall - clock.origin;
  let gap = false;
  const least = fired && due > last ? due : last;
  if (now < least - EARLY) {
    // The clock was set back: a timer knows how long it ran.
    const truth = steadyTime(clock);
    now = !fired && truth > least ? truth : least;
    clock.origin = wall - now;
  } else if (due >= 0 && now - due > ODD) {
    const truth = steadyTime(clock);
    if (truth > last && truth - due <= LATE) {
      // It was set forward, while we were on time.
      now = Math.max(truth, least);
      clock.origin = wall - now;
    } else gap = now - due > LATE;
  }
  clock.now = Math.max(now, least);
  return gap;
}
