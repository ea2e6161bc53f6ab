import { Cue } from "./names";

/** What each cue feels like, as the runner learned it: a pattern and how often it is played. */
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

/** Cues that are due at the same time are played within so many ms. */
const TOGETHER_MS = 2500;

/** Ms after which a pulse is surely played that waits for one before it. */
const APART_MS = 1000;

/** Ms by which a pulse that waits for none is late at most, where timers are exact. */
const AT_ONCE_MS = 250;

/** Cues that are felt whole, whatever comes after them. */
const LASTING: readonly Cue[] = ["switch", "next", "finish"];

interface ExpectedPulse {
  pattern: string;
  /** The cue it belongs to. */
  cue: Cue;
  /** Ms since the world began. */
  due: number;
  /** The same: from then on it cannot give way any more, for it is played. */
  played: number;
  /** No rule is broken if it is never felt. */
  optional: boolean;
}

/**
 * The pulses of a session that the runner has not felt yet. They have to come
 * in order, each once and never early. Only one that is marked optional may be
 * left out.
 */
export class ExpectedPulses {
  private queue: ExpectedPulse[] = [];

  constructor(
    private strong: boolean,
    /** How late a pulse may be, in ms. */
    private lateMs: number,
  ) {}

  /** Takes over what is left of a session when the next one begins. */
  follow(before: ExpectedPulses): void {
    this.queue = before.copy().queue;
    this.makeOptional();
  }

  copy(): ExpectedPulses {
    const copy = new ExpectedPulses(this.strong, this.lateMs);
    copy.queue = this.queue.map((pulse) => ({ ...pulse }));
    return copy;
  }

  /** From now on pulses may be so many ms late. */
  allowLate(lateMs: number): void {
    this.lateMs = Math.max(this.lateMs, lateMs);
    this.makeOptional();
  }

  /**
   * Adds the pulses of cues that are due at the same time. What cannot have been
   * played of a moment before gives way to them, but for lasting cues.
   */
  add(cues: Cue[], due: number, optional: boolean): void {
    if (cues.length) {
      for (const pulse of this.queue)
        pulse.optional ||=
          !LASTING.includes(pulse.cue) && due <= pulse.played + this.lateMs;
    }
    for (const cue of cues) {
      const [pattern, count] = (this.strong ? STRONG : NORMAL)[cue];
      for (let i = 0; i < count; i++) {
        const played = due + AT_ONCE_MS + this.queue.length * APART_MS;
        this.queue.push({ pattern, cue, due, played, optional });
      }
    }
  }

  /** No pulse that was not felt yet may come any more: a death. */
  clear(): void {
    this.queue = [];
  }

  /** No pulse that was not felt yet has to come. */
  makeOptional(): void {
    for (const pulse of this.queue) pulse.optional = true;
  }

  /** A pulse was felt: the cue it belongs to, or why it belongs to none. */
  match(pattern: string, at: number): { cue: Cue } | { wrong: string } {
    for (;;) {
      const next = this.queue[0];
      if (!next || next.due > at) {
        return { wrong: `felt ${pattern} at ${at} for no cue` };
      }
      this.queue.shift();
      if (next.pattern === pattern && at - next.due <= this.window) {
        if (next.optional) this.skipTo(pattern, at);
        return { cue: next.cue };
      }
      if (!next.optional) {
        return {
          wrong: `felt ${pattern} at ${at}, not ${next.cue} of ${next.due}`,
        };
      }
    }
  }

  /** What may have given way is not taken for the one that has to come in its place. */
  private skipTo(pattern: string, at: number): void {
    const place = this.queue.findIndex(
      (pulse) => !pulse.optional || pulse.due > at,
    );
    const due = this.queue[place];
    if (due && due.due <= at && due.pattern === pattern)
      this.queue.splice(0, place + 1);
  }

  private get window(): number {
    return TOGETHER_MS + this.lateMs;
  }

  /** Names a cue that should have been felt by now, if there is one. */
  missing(now: number): string | undefined {
    const lost = this.queue.find(
      ({ due, optional }) => !optional && due + this.window < now,
    );
    return lost && `${lost.cue} of ${lost.due} was not felt`;
  }
}
