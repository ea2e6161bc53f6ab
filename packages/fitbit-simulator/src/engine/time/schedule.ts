/** Something due at a time; cancelling twice, or after it ran, does nothing. */
export interface Task {
  readonly atMs: number;
  cancel(): void;
}

interface ScheduledTask extends Task {
  readonly order: number;
  run: (() => void) | undefined;
}

/** Cancelled tasks that are not worth looking for. */
const FEW = 1000;

/** Virtual time: what is due, in order of time and then of asking. */
export class Schedule {
  private now = 0;
  private order = 0;
  private heap: ScheduledTask[] = [];
  private cancelled = 0;

  /** Milliseconds since the world began. */
  get nowMs(): number {
    return this.now;
  }

  /** When the next task is due, or undefined when none is. */
  get nextDueMs(): number | undefined {
    this.dropCancelled();
    return this.heap[0]?.atMs;
  }

  /**
   * Runs `run` at `atMs`, at once if that is past.
   * @throws RangeError when that is no number: everything after it would never come
   */
  at(atMs: number, run: () => void): Task {
    if (Number.isNaN(atMs)) throw new RangeError("a task is due at no time");
    const entry: ScheduledTask = {
      atMs: Math.max(atMs, this.now),
      order: this.order++,
      run,
      cancel: () => {
        if (entry.run === undefined) return;
        entry.run = undefined;
        this.cancelled += 1;
      },
    };
    if (this.cancelled > FEW && this.cancelled > this.heap.length / 2) {
      this.forgetCancelled();
    }
    this.push(entry);
    return entry;
  }

  /** Runs the next task, moving time to it; false when none is due. */
  step(): boolean {
    this.dropCancelled();
    const entry = this.pop();
    if (entry === undefined) return false;
    this.now = entry.atMs;
    const { run } = entry;
    entry.run = undefined;
    run?.();
    return true;
  }

  /** Runs all that is due until `untilMs` and stops there. */
  run(untilMs: number): void {
    for (let due = this.nextDueMs; due !== undefined && due <= untilMs;) {
      this.step();
      due = this.nextDueMs;
    }
    this.now = Math.max(this.now, untilMs);
  }

  private dropCancelled(): void {
    while (this.heap[0] !== undefined && this.heap[0].run === undefined) {
      this.pop();
      this.cancelled -= 1;
    }
  }

  /** Frees what was called off long before it was due. */
  private forgetCancelled(): void {
    const waiting = this.heap.filter(({ run }) => run !== undefined);
    this.heap = [];
    this.cancelled = 0;
    for (const entry of waiting) this.push(entry);
  }

  private push(entry: ScheduledTask): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !before(entry, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = entry;
  }

  private pop(): ScheduledTask | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || first === last) {
      return first;
    }
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      let child = heap[down];
      if (child === undefined) break;
      const right = heap[down + 1];
      if (right !== undefined && before(right, child)) {
        child = right;
        down += 1;
      }
      if (!before(child, last)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
    return first;
  }
}

function before(a: ScheduledTask, b: ScheduledTask): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
