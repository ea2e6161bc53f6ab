import type { Speed } from "./protocol";

/** What the pace needs of a world. */
export interface Paced {
  readonly nowMs: number;
  readonly nextDueMs: number | undefined;
  step(): boolean;
  run(untilMs: number): void;
}

/** The machine's own time; a test brings another one. */
export interface RealTime {
  now(): number;
  /** Runs something after so many milliseconds, or as soon as possible at 0; gives its cancel. */
  later(ms: number, run: () => void): () => void;
}

/** Real milliseconds of work before others get their turn. */
const SLICE_MS = 12;
/** The longest wait that timers take. */
const MAX_WAIT_MS = 2 ** 31 - 1;
/** Looking for the next cue ends after this much virtual time. */
const MAX_SEEK_MS = 3_600_000;

interface Hooks {
  world(): Paced | undefined;
  /** Nothing is going on: fast time would only pass. */
  idle(): boolean;
  /** From now on time is to go faster than real time, or no longer. */
  fast(fast: boolean): void;
  /** Something may have changed. */
  ran(): void;
}

/** Lets virtual time pass at some pace, in slices, so that the worker always hears the page. */
export class TimeFlow {
  private wanted: Speed = 1;
  private seekEndMs: number | undefined;
  private wasFast = false;
  private anchor = { real: 0, virtual: 0, rate: 0 };
  private cancel: (() => void) | undefined;

  constructor(
    private readonly time: RealTime,
    private readonly hooks: Hooks,
  ) {}

  get speed(): Speed {
    return this.wanted;
  }

  /** Takes effect at once; time that passed until now counts at the old pace. */
  setSpeed(speed: Speed): void {
    this.catchUp();
    this.wanted = speed;
    this.seek(undefined);
    this.wake();
  }

  /** Whether time is to go faster than real time, also where it waits because nothing is going on. */
  get fast(): boolean {
    const { wanted } = this;
    return this.seekEndMs !== undefined || wanted === "max" || wanted > 1;
  }

  /**
   * Runs as fast as it goes until {@link cue} is called, nothing more is due or nothing is going on;
   * does nothing when nothing is going on now.
   */
  seekCue(): void {
    const world = this.hooks.world();
    if (world === undefined || this.hooks.idle()) return;
    this.seek(world.nowMs + MAX_SEEK_MS);
    this.wake();
  }

  /** A cue was given. */
  cue(): void {
    this.seek(undefined);
  }

  /** Virtual time a unit of real time: Infinity when as fast as possible. */
  get rate(): number {
    if (this.hooks.idle()) return this.wanted === 0 ? 0 : 1;
    if (this.seekEndMs !== undefined || this.wanted === "max") return Infinity;
    return this.wanted;
  }

  /** To be called after everything that may have changed what is due. */
  wake(): void {
    this.cancel?.();
    this.cancel = undefined;
    if (this.hooks.world() !== undefined) this.slice();
  }

  /** Lets pass what real time has brought since the last slice, at most one slice of work. */
  catchUp(): void {
    const world = this.hooks.world();
    if (world === undefined) return;
    const { rate } = this.anchor;
    if (rate > 0 && rate < Infinity) this.follow(world, rate);
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.anchor = { real: this.time.now(), virtual: 0, rate: 0 };
  }

  private slice(): void {
    const world = this.hooks.world();
    if (world === undefined) return;
    if (this.hooks.idle()) this.seek(undefined);
    const { rate } = this;
    if (rate !== this.anchor.rate) this.drop(world, rate);
    const more =
      rate === Infinity ? this.rush(world) : this.follow(world, rate);
    if (rate !== this.rate) this.drop(world, this.rate);
    this.hooks.ran();
    this.plan(world, more);
  }

  private rush(world: Paced): boolean {
    const end = this.time.now() + SLICE_MS;
    while (this.rate === Infinity && this.time.now() < end) {
      if ((world.nextDueMs ?? Infinity) > (this.seekEndMs ?? Infinity)) {
        this.seek(undefined);
      } else if (!world.step()) {
        this.seek(undefined);
        return false;
      }
    }
    return true;
  }

  /** True when the machine is behind. */
  private follow(world: Paced, rate: number): boolean {
    const real = this.time.now();
    const target =
      this.anchor.virtual + Math.floor((real - this.anchor.real) * rate);
    while ((world.nextDueMs ?? Infinity) <= target && this.rate === rate) {
      if (this.time.now() - real > SLICE_MS) {
        // Too slow for this speed: the time that was missed is left out.
        this.drop(world, rate);
        return true;
      }
      world.step();
    }
    if (this.rate === rate && target > world.nowMs) world.run(target);
    return false;
  }

  private seek(endMs: number | undefined): void {
    this.seekEndMs = endMs;
    const { fast } = this;
    if (fast === this.wasFast) return;
    this.wasFast = fast;
    this.hooks.fast(fast);
  }

  private drop(world: Paced, rate: number): void {
    this.anchor = { real: this.time.now(), virtual: world.nowMs, rate };
  }

  private plan(world: Paced, more: boolean): void {
    const { rate } = this;
    const due = world.nextDueMs;
    if (rate === 0 || due === undefined) return;
    const { real, virtual } = this.anchor;
    const wait =
      more || rate === Infinity
        ? 0
        : Math.max(1, real + (due - virtual) / rate - this.time.now());
    this.cancel = this.time.later(Math.min(wait, MAX_WAIT_MS), () => {
      this.cancel = undefined;
      this.slice();
    });
  }
}
