import { effect, signal } from "@preact/signals";
import type { WorldEvent } from "../../engine";
import { attempt } from "../host";
import { readChoice, storeChoice } from "../preferences";
import { lengthOf, type Pattern, patternOf, phoneMotor } from "./patterns";
import { Sound } from "./sound";

/** A vibration as the page shows it. Each has a number of its own. */
export interface Vibration {
  readonly number: number;
  readonly name: string;
  readonly pattern: Pattern;
}

const MUTED_KEY = "muted";
const STILL_KEY = "still";
/**
 * When time goes faster than this, vibrations come too close to each other to be told apart. Then only
 * the last of those that arrive together is played, and at most one in `CROWDED_MS` real milliseconds.
 */
const CROWDED_RATE = 10;
const CROWDED_MS = 120;
/** Pause between two repeats of a pattern that repeats, in real milliseconds. */
const REPEAT_PAUSE_MS = 400;

/** Plays the vibrations of the watch: as a picture, as a sound, and with the motor of a phone. */
export class VibrationPlayer {
  /** The latest vibration; undefined before the first one, and when one that repeats was stopped. */
  readonly latest = signal<Vibration | undefined>(undefined);
  readonly muted = signal(readChoice(MUTED_KEY) === "true");
  /** The phone's motor stays off. */
  readonly still = signal(readChoice(STILL_KEY) === "true");
  private readonly sound: Sound;
  private count = 0;
  private playedAt = -Infinity;
  private repeat: number | undefined;

  /** @param silent called when the browser refuses to play sounds that someone wants */
  constructor(silent: () => void) {
    this.sound = new Sound(() => {
      if (!this.muted.value) silent();
    });
    effect(() => {
      storeChoice(MUTED_KEY, String(this.muted.value));
      if (this.muted.value) this.sound.stop();
    });
    effect(() => {
      storeChoice(STILL_KEY, String(this.still.value));
      if (this.still.value) motor(0);
    });
    const allow = () => this.sound.allow();
    window.addEventListener("pointerdown", allow);
    window.addEventListener("keydown", allow);
  }

  /** Plays the vibrations among the newest events. Time in the world goes `rate` times as fast as real time. */
  play(events: readonly WorldEvent[], rate: number): void {
    const haptics = events.filter(
      (event) => event.type === "vibrate" || ends(event),
    );
    const shown = rate > CROWDED_RATE ? haptics.slice(-1) : haptics;
    for (const event of shown) {
      if (event.type === "vibrate") this.vibrate(event.pattern, rate);
      // A short one that the app started just before its exit is played to its end.
      else if (event.type === "stop" || this.latest.value?.pattern.repeats) {
        this.stop();
      }
    }
  }

  /** Sounds carry to someone who lies beside a phone, or no longer. */
  setLoud(loud: boolean): void {
    this.sound.setLoud(loud);
  }

  /** Stops the vibration that plays, and the repeats of one that repeats. */
  stop(): void {
    window.clearInterval(this.repeat);
    if (this.latest.value?.pattern.repeats) this.latest.value = undefined;
    this.sound.stop();
    motor(0);
  }

  private vibrate(name: string, rate: number): void {
    const pattern = patternOf(name);
    this.count += 1;
    this.latest.value = { number: this.count, name, pattern };
    window.clearInterval(this.repeat);
    if (pattern.repeats) {
      const every = lengthOf(pattern) + REPEAT_PAUSE_MS;
      this.repeat = window.setInterval(() => this.playOnce(pattern), every);
    }
    const now = performance.now();
    if (rate > CROWDED_RATE && now - this.playedAt < CROWDED_MS) return;
    this.playedAt = now;
    this.playOnce(pattern);
  }

  private playOnce(pattern: Pattern): void {
    if (!this.muted.value) this.sound.play(pattern);
    if (!this.still.value) motor(phoneMotor(pattern));
  }
}

/** After these events nothing vibrates: the app stopped it, or the app has ended. */
function ends(event: WorldEvent): boolean {
  return (
    event.type === "stop" || (event.type === "exit" && event.from === "watch")
  );
}

/** Runs the phone's motor. Browsers allow it only after someone has touched the page. */
function motor(pattern: number | number[]): void {
  // Some browsers do not tell whether the page was touched, and some machines have no motor.
  if (navigator.userActivation?.hasBeenActive === false) return;
  attempt(() => navigator.vibrate?.(pattern));
}
