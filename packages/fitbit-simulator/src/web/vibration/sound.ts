import { askFor, attempt } from "../host";
import type { Pattern } from "./patterns";

/** Loudness of the strongest pulse, 0 to 1. */
const VOLUME = 0.25;
/** The same where a phone lies beside a mat. */
const LOUD_VOLUME = 0.8;
/**
 * How many times as high a tone is then: small speakers carry little below some 500 Hz. The lowest
 * pattern, of 170 Hz, comes to 680 Hz, the highest to 1320 Hz.
 */
const LOUD_PITCH = 4;
/** Seconds in which a tone fades in and out: without them it would click. */
const ATTACK_S = 0.006;
/** After so long a silence the machine's sound output is suspended, which saves battery. */
const QUIET_MS = 5000;

/** Plays vibrations as a tone that is as loud as the motor is strong. */
export class Sound {
  private context: AudioContext | undefined;
  private lacking = false;
  private playing: OscillatorNode | undefined;
  private suspendTimer: number | undefined;
  private loud = false;

  /** @param refused called instead of each sound where the browser has none to give */
  constructor(private readonly refused: () => void) {}

  /** Browsers allow sound only after someone has touched the page: to be called then. */
  allow(): void {
    if (this.context !== undefined) return;
    this.context = attempt(() => new AudioContext());
    this.lacking = this.context === undefined;
    if (!this.lacking) this.suspendLater();
  }

  /**
   * Plays for someone who lies beside a phone: higher and louder, and the output is never suspended,
   * so that no tone comes late; or no longer.
   */
  setLoud(loud: boolean): void {
    this.loud = loud;
    window.clearTimeout(this.suspendTimer);
    if (loud) askFor(() => this.context?.resume());
    else this.suspendLater();
  }

  /** Plays a pattern once. One that is still being played stops. */
  play(pattern: Pattern): void {
    this.stop();
    const { context } = this;
    if (this.lacking) this.refused();
    if (context === undefined) return;
    // After a long silence the output has to be resumed first, so the tone starts a little late.
    const tone = () => attempt(() => this.playTone(context, pattern));
    if (context.state === "running") tone();
    else askFor(() => context.resume().then(tone));
    this.suspendLater();
  }

  stop(): void {
    this.playing?.stop();
    this.playing = undefined;
  }

  private suspendLater(): void {
    window.clearTimeout(this.suspendTimer);
    if (this.loud) return;
    this.suspendTimer = window.setTimeout(() => {
      askFor(() => this.context?.suspend());
    }, QUIET_MS);
  }

  private playTone(context: AudioContext, { pitch, pulses }: Pattern): void {
    const start = context.currentTime + 0.01;
    const motor = new OscillatorNode(context, {
      type: "triangle",
      frequency: pitch * (this.loud ? LOUD_PITCH : 1),
    });
    const volume = this.loud ? LOUD_VOLUME : VOLUME;
    const loudness = new GainNode(context, { gain: 0 });
    motor.connect(loudness).connect(context.destination);
    let end = start;
    for (const { at, ms, strength } of pulses) {
      const on = start + at / 1000;
      end = on + ms / 1000;
      loudness.gain.setValueAtTime(0, on);
      loudness.gain.linearRampToValueAtTime(volume * strength, on + ATTACK_S);
      loudness.gain.setValueAtTime(volume * strength, end - ATTACK_S);
      loudness.gain.linearRampToValueAtTime(0, end);
    }
    motor.start(start);
    motor.stop(end + ATTACK_S);
    motor.onended = () => loudness.disconnect();
    this.playing = motor;
  }
}
