/** Real time in ms before a run says how far it is, and between two times that it does. */
const FIRST_MS = 2000;
const EVERY_MS = 500;

/** A line on a terminal that says how far a run is; it is taken away before anything else is said. */
export class ProgressLine {
  private readonly began = performance.now();
  private shownAt = 0;
  private shown = false;

  /** @param terminal where it is shown; nothing happens when it is none */
  constructor(private readonly terminal: NodeJS.WriteStream) {}

  /** Says how far the run is, now and then. @param ms of virtual time */
  at(ms: number): void {
    const now = performance.now();
    const early = now - this.began < FIRST_MS || now - this.shownAt < EVERY_MS;
    if (!this.terminal.isTTY || early) return;
    this.shownAt = now;
    this.shown = true;
    this.terminal.write(`\r${Math.floor(ms / 1000)} s have been played `);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.shown) this.terminal.write("\r\x1b[K");
    this.shown = false;
  }
}
