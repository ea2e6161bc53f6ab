/** What the runner knows of one phone. */
export class PhoneTruth {
  /** Name of the routine that was chosen on it last; empty when none ever was. */
  chosen = "";
  /** Names of the routines that it may replace on the watch without a question. */
  readonly known = new Set<string>();
  /** Of routines that may be on their way still: what each may replace there. */
  private readonly onTheWay = new Map<string, Set<string>>();
  /** Ids of sessions that were deleted on it, and must not come back. */
  readonly deleted = new Set<string>();
  /** Ids of sessions that an export brought to it, and must be there. */
  readonly restored = new Set<string>();

  /** A routine was chosen on it. */
  chose(name: string): void {
    this.chosen = name;
    this.known.add(name);
  }

  /** Its companion was installed anew; an export that waits is still taken in. */
  forgets(exportWaits: boolean): void {
    this.deleted.clear();
    if (!exportWaits) this.restored.clear();
    // What was sent before keeps the answers that it was sent with.
    const answered = this.onTheWay.get(this.chosen) ?? [];
    this.onTheWay.set(this.chosen, new Set([...answered, ...this.known]));
    this.known.clear();
    if (this.chosen) this.known.add(this.chosen);
  }

  /** Whether its routine `name` may replace that routine on the watch. */
  mayReplace(before: string, name: string): boolean {
    if (!this.known.has(name)) return false;
    return this.known.has(before) || !!this.onTheWay.get(name)?.has(before);
  }
}
