/** What the runner knows of one phone. */
export class PhoneTruth {
  /** Name of the routine that was chosen on it last; empty when none ever was. */
  chosen = "";
  /** The same until the watch names it: it may be on its way, whatever comes meanwhile. */
  private waiting = "";
  /** Names of the routines that it may replace on the watch without a question. */
  readonly known = new Set<string>();
  /** What it knew before it forgot: a routine sent then may still be on its way. */
  private readonly before: ReadonlyArray<string>[] = [];
  /** Ids of sessions that were deleted on it, and must not come back. */
  readonly deleted = new Set<string>();
  /** Ids of sessions that an export brought to it, and must be there. */
  readonly restored = new Set<string>();

  /** A routine was chosen on it. */
  chose(name: string): void {
    this.chosen = this.waiting = name;
    this.known.add(name);
  }

  /** Its companion was installed anew; an export that waits is still taken in. */
  forgets(exportWaits: boolean): void {
    this.deleted.clear();
    if (!exportWaits) this.restored.clear();
    this.before.push([...this.known]);
    this.known.clear();
    if (this.chosen) this.known.add(this.chosen);
  }

  /** The watch names a routine while this phone is there. */
  named(name: string): void {
    if (name === this.waiting) this.waiting = "";
  }

  /** Whether it may replace the one routine on the watch by the other, unasked. */
  mayReplace(old: string, name: string): boolean {
    if (name === this.waiting) return true;
    return [[...this.known], ...this.before].some(
      (known) => known.includes(old) && known.includes(name),
    );
  }
}
