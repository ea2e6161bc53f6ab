/** A wake-up later than this was no timer's lateness: the session waits. */
const LATE = 5000;
/** Later than this, the steady clock is asked where there is one. */
const ODD = 1000;
/** Clocks may tremble and timers fire early by this much without being set. */
const EARLY = 50;

/** A clock in ms that no change of the watch's clock moves, if there is one. */
export type Steady = () => number | undefined;

/**
 * Turns the watch's clock, which people and phones may set, into session time:
 * ms since the start that never run backwards. All arguments are ms; `wall` is
 * what the watch's clock says. The steady clock is the active time of the
 * Exercise API, asked only when something is odd.
 */
export class SteadyClock {
  /** Session time of the newest reading. */
  last: number;
  /** True when the newest reading came too late to go on as if nothing was. */
  gap = false;
  private origin: number;
  private offset = NaN;

  constructor(
    wall: number,
    at: number,
    private steady: Steady,
  ) {
    this.origin = wall - at;
    this.last = at;
  }

  /** Ties the steady clock to session time; again after each pause of it. */
  pair(): void {
    const steady = this.steady();
    this.offset = steady === undefined ? NaN : this.last - steady;
  }

  /**
   * Reads the clock. `due` is the session time for which the pending timer was
   * set, -1 without one; `fired` tells that this very timer woke us.
   */
  read(wall: number, due: number, fired: boolean): number {
    const last = this.last;
    let now = wall - this.origin;
    this.gap = false;
    const least = fired && due > last ? due : last;
    if (now < least - EARLY) {
      // The clock was set back: a timer knows how long it ran.
      const truth = this.steadyTime();
      now = !fired && truth > least ? truth : least;
      this.origin = wall - now;
    } else if (due >= 0 && now - due > ODD) {
      const truth = this.steadyTime();
      if (truth > last && truth - due <= LATE) {
        // It was set forward, while we were on time.
        now = truth > least ? truth : least;
        this.origin = wall - now;
      } else this.gap = now - due > LATE;
    }
    return (this.last = now > least ? now : least);
  }

  /** What session time should be; not a number without a steady clock. */
  private steadyTime(): number {
    const steady = this.steady();
    return steady === undefined ? NaN : steady + this.offset;
  }
}
