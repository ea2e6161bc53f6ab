import { lengthOf, type Pattern } from "./patterns";

const VOLUME = 0.25;
const ATTACK_S = 0.006;
/** A pattern that repeats starts over after this pause. */
const REPEAT_PAUSE_MS = 400;

/** Plays vibrations as a hum whose loudness follows the motor. */
export class Sound {
  private context: AudioContext | undefined;
  private repeat: number | undefined;
  private playing: OscillatorNode | undefined;

  /** Browsers give sound only after someone has touched the page: call it then. */
  allow(): void {
    this.context ??= new AudioContext();
    if (this.context.state === "suspended") void this.context.resume();
  }

  play(pattern: Pattern): void {
    this.stop();
    this.once(pattern);
    if (!pattern.repeats) return;
    const every = lengthOf(pattern) + REPEAT_PAUSE_MS;
    this.repeat = window.setInterval(() => this.once(pattern), every);
  }

  stop(): void {
    window.clearInterval(this.repeat);
    this.playing?.stop();
    this.playing = undefined;
  }

  private once({ pitch, pulses }: Pattern): void {
    const { context } = this;
    if (context === undefined || context.state !== "running") return;
    const start = context.currentTime + 0.01;
    const motor = new OscillatorNode(context, {
      type: "triangle",
      frequency: pitch,
    });
    const loudness = new GainNode(context, { gain: 0 });
    motor.connect(loudness).connect(context.destination);
    let end = start;
    for (const { at, ms, strength } of pulses) {
      const on = start + at / 1000;
      end = on + ms / 1000;
      loudness.gain.setValueAtTime(0, on);
      loudness.gain.linearRampToValueAtTime(VOLUME * strength, on + ATTACK_S);
      loudness.gain.setValueAtTime(VOLUME * strength, end - ATTACK_S);
      loudness.gain.linearRampToValueAtTime(0, end);
    }
    motor.start(start);
    motor.stop(end + ATTACK_S);
    motor.onended = () => loudness.disconnect();
    this.playing = motor;
  }
}
