import { effect, signal } from "@preact/signals";
import type { WorldEvent } from "../../engine";
import { type Pattern, patternOf, phoneMotor } from "./patterns";
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

/** Makes vibrations visible, audible and, on a phone, felt. */
export class Feel {
  /** The latest vibration; undefined once the app has stopped it. */
  readonly felt = signal<Felt | undefined>(undefined);
  readonly muted = signal(localStorage.getItem(MUTED_KEY) === "true");
  private readonly sound = new Sound();
  private count = 0;
  private playedAt = -Infinity;

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
      (event) => event.type === "vibrate" || event.type === "stop",
    );
    const shown = rate > BLUR_RATE ? haptics.slice(-1) : haptics;
    for (const event of shown) {
      if (event.type === "vibrate") this.vibrate(event.pattern, rate);
      else if (event.type === "stop") this.stop();
    }
  }

  private vibrate(name: string, rate: number): void {
    const pattern = patternOf(name);
    this.count += 1;
    this.felt.value = { number: this.count, name, pattern };
    const now = performance.now();
    if (rate > BLUR_RATE && now - this.playedAt < BLUR_MS) return;
    this.playedAt = now;
    if (!this.muted.value) this.sound.play(pattern);
    // Needs a touch of the page first, like the sound; without one the browser says false.
    navigator.vibrate?.(phoneMotor(pattern));
  }

  private stop(): void {
    if (this.felt.value?.pattern.repeats) this.felt.value = undefined;
    this.sound.stop();
    navigator.vibrate?.(0);
  }
}
