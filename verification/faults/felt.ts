import { Cue } from "../../app/session/cues";

/** The vocabulary as the runner learned it: a pattern and how often. */
const NORMAL: { readonly [cue in Cue]: readonly [string, number] } = {
  tick: ["bump", 1],
  lift: ["bump", 1],
  lower: ["nudge", 1],
  last: ["bump", 2],
  go: ["nudge-max", 1],
  halfway: ["ping", 1],
  ending: ["bump", 1],
  rest: ["confirmation", 1],
  switch: ["confirmation-max", 2],
  next: ["nudge-max", 2],
  finish: ["confirmation-max", 3],
  pause: ["nudge", 2],
  resume: ["nudge-max", 1],
};

const STRONG: typeof NORMAL = {
  ...NORMAL,
  lower: ["nudge-max", 1],
  rest: ["confirmation-max", 1],
  pause: ["nudge-max", 3],
};

/** Cues that fall together and their pulses take at most so many ms. */
const TRAIN = 6000;

interface Expected {
  pattern: string;
  /** Session cue it belongs to, for messages and for what counts as begun. */
  cue: Cue;
  due: number;
  /** Nothing is wrong if it is never felt. */
  free: boolean;
}

/**
 * What the wrist has still to tell. Pulses have to come in order, each once
 * and never early; one may stay out only where something spoke against it.
 */
export class Wrist {
  private queue: Expected[] = [];

  constructor(
    private strong: boolean,
    private lateMs: number,
  ) {}

  /** The end of a session may still be told when the next one begins. */
  follow(before: Wrist): void {
    this.queue = before.copy().queue;
    this.release();
  }

  copy(): Wrist {
    const copy = new Wrist(this.strong, this.lateMs);
    copy.queue = this.queue.map((pulse) => ({ ...pulse }));
    return copy;
  }

  /** From now on pulses may be so much later. */
  loosen(lateMs: number): void {
    this.lateMs = Math.max(this.lateMs, lateMs);
    this.release();
  }

  expect(cues: Cue[], due: number, free: boolean): void {
    for (const cue of cues) {
      const [pattern, count] = (this.strong ? STRONG : NORMAL)[cue];
      for (let i = 0; i < count; i++) {
        this.queue.push({ pattern, cue, due, free });
      }
    }
  }

  /** Nothing of what has not come yet will come: a pause, a death. */
  drop(): void {
    this.queue = [];
  }

  /** What has not come yet need not come. */
  release(): void {
    for (const pulse of this.queue) pulse.free = true;
  }

  /** Takes a pulse; the cue it told, or why none explains it. */
  feel(pattern: string, at: number): { cue: Cue } | { wrong: string } {
    for (;;) {
      const next = this.queue[0];
      if (!next || next.due > at) {
        return { wrong: `felt ${pattern} at ${at} for no cue` };
      }
      this.queue.shift();
      if (next.pattern === pattern && at - next.due <= this.window) {
        return { cue: next.cue };
      }
      if (!next.free) {
        return {
          wrong: `felt ${pattern} at ${at}, not ${next.cue} of ${next.due}`,
        };
      }
    }
  }

  private get window(): number {
    return TRAIN + this.lateMs;
  }

  /** A cue that should have been felt by now. */
  missing(now: number): string | undefined {
    const lost = this.queue.find(
      ({ due, free }) => !free && due + this.window < now,
    );
    return lost && `${lost.cue} of ${lost.due} was not felt`;
  }
}
