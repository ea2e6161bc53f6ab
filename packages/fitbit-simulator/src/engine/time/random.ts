/** Seeded random numbers (mulberry32), so that a run can be repeated exactly. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in 0…max, both included. */
  upTo(max: number): number {
    return Math.floor(this.next() * (max + 1));
  }

  /** An independent stream, so that the numbers one part takes do not change another's. */
  fork(): Random {
    return new Random(Math.floor(this.next() * 4294967296));
  }
}
