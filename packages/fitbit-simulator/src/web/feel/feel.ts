import { effect, signal } from "@preact/signals";
import type { WorldEvent } from "../../engine";
import { lengthOf, type Pattern, patternOf, phoneMotor } from "./patterns";
import { Sound } from "./sound";

/** A vibration that the page shows; the number tells one from the next. */
export interface Felt {
  readonly number: number;
  readonly name: string;
  readonly pattern: Pattern;
}

const MUTED_KEY = "muted";
/** Faster than this, single vibrations blur: only the last of each moment is played. */
const BLUR_RATE = 10;
const BLUR_MS = 120;
/** A pattern that repeats starts over after this pause. */
const REPEAT_PAUSE_MS = 400;

/** Makes vibrations visible, audible and, on a phone, felt. */
export class Feel {
  /** The latest vibration; undefined once it was stopped. */
  readonly felt = signal<Felt | undefined>(undefined);
  readonly muted = signal(localStorage.getItem(MUTED_KEY) === "true");
  private readonly sound = new Sound();
  private count = 0;
  private playedAt = -Infinity;
  private repeat: number | undefined;

  constructor() {
    effect(() => {
      localStorage.setItem(MUTED_KEY, String(this.muted.value));
      if (this.muted.value) this.sound.stop();
    });
    const allow = () => this.sound.allow();
    window.addEventListener("pointerdown", allow);
    window.addEventListener("keydown", allow);
  }

  /** Plays what vibrated among the latest events, time passing at `rate`. */
  happened(events: readonly WorldEvent[], rate: number): void {
    const haptics = events.filter(
      (event) => event.type === "vibrate" || ends(event),
    );
    const shown = rate > BLUR_RATE ? haptics.slice(-1) : haptics;
    for (const event of shown) {
      if (event.type === "vibrate") this.vibrate(event.pattern, rate);
      // A last short one is felt to its end, also when the app is gone by then.
      else if (event.type === "stop" || this.felt.value?.pattern.repeats) {
        this.stop();
      }
    }
  }

  /** Ends what repeats, and what is still to be heard and felt of the rest. */
  stop(): void {
    window.clearInterval(this.repeat);
    if (this.felt.value?.pattern.repeats) this.felt.value = undefined;
    this.sound.stop();
    motor(0);
  }

  private vibrate(name: string, rate: number): void {
    const pattern = patternOf(name);
    this.count += 1;
    this.felt.value = { number: this.count, name, pattern };
    window.clearInterval(this.repeat);
    if (pattern.repeats) {
      const every = lengthOf(pattern) + REPEAT_PAUSE_MS;
      this.repeat = window.setInterval(() => this.play(pattern), every);
    }
    const now = performance.now();
    if (rate > BLUR_RATE && now - this.playedAt < BLUR_MS) return;
    this.playedAt = now;
    this.play(pattern);
  }

  private play(pattern: Pattern): void {
    if (!this.muted.value) this.sound.play(pattern);
    motor(phoneMotor(pattern));
  }
}

/** Nothing vibrates any more: the app stopped it, or is gone. */
function ends(event: WorldEvent): boolean {
  return (
    event.type === "stop" || (event.type === "exit" && event.from === "watch")
  );
}

/** A phone's motor; browsers lend it only to pages that someone has touched. */
function motor(pattern: number | number[]): void {
  // Not every browser tells whether it was touched, nor has every machine a motor.
  if (navigator.userActivation?.hasBeenActive === false) return;
  navigator.vibrate?.(pattern);
}
