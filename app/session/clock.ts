/** A wake-up later than this was no timer's lateness: the session waits. */
const LATE = 5000;
/** Timers may fire this much early; earlier means the clock was set back. */
const EARLY = 50;

/**
 * Turns the watch's clock, which people and phones may set, into session time:
 * ms since the start that never run backwards. All arguments are ms; `wall` is
 * what the watch's clock says, `steady` the active time of the Exercise API
 * where one runs, which no clock change moves.
 */
export class SteadyClock {
  /** Session time of the newest reading. */
  last: number;
  /** True when the newest reading came too late to go on as if nothing was. */
  gap = false;
  private origin: number;
  private lastSteady: number | undefined;

  constructor(wall: number, at: number) {
    this.origin = wall - at;
    this.last = at;
  }

  /**
   * Reads the clock. `due` is the session time for which the pending timer was
   * set, -1 without one; `fired` tells that this very timer woke us.
   */
  read(
    wall: number,
    due: number,
    fired: boolean,
    steady: number | undefined,
  ): number {
    const last = this.last;
    const moved = this.moved(steady);
    let now = wall - this.origin;
    this.gap = false;
    if (now < last || (fired && now < due - EARLY)) {
      now = fired ? due : last + moved;
      this.origin = wall - now;
    } else if (due >= 0 && now - due > LATE) {
      if (moved > 0 && last + moved - due <= LATE) {
        now = last + moved;
        if (fired && now < due) now = due;
        this.origin = wall - now;
      } else this.gap = true;
    }
    if (fired && now < due) now = due;
    this.last = now;
    return now;
  }

  private moved(steady: number | undefined): number {
    const before = this.lastSteady;
    this.lastSteady = steady;
    if (steady === undefined || before === undefined) return 0;
    return steady > before ? steady - before : 0;
  }
}
