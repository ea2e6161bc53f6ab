import type { RealTime } from "./time-flow";

/** The longest wait for the page's user after a report, in milliseconds. */
const MOST_WAIT_MS = 2000;

/**
 * Sends the page one report at a time: the next when it has shown the one before, and has had as
 * long again for its user. What a package shows may take a browser longer than to make it.
 */
export class ReportPace {
  private waits = false;
  private due = false;

  /** @param send sends a report of all that is new; false when it sent none */
  constructor(
    private readonly time: Pick<RealTime, "later">,
    private readonly send: () => boolean,
  ) {}

  /** Something is new: the page is told at once, or as soon as it is ready for it. */
  tell(): void {
    this.due = this.waits;
    if (this.waits) return;
    this.waits = this.send();
  }

  /** The page has shown the report before, which kept it busy for so many milliseconds. */
  shown(tookMs: number): void {
    if (!this.waits) return;
    this.time.later(Math.min(tookMs, MOST_WAIT_MS), () => {
      this.waits = false;
      if (this.due) this.tell();
    });
  }
}
