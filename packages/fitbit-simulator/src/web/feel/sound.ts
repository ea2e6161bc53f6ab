import type { Pattern } from "./patterns";

const VOLUME = 0.25;
const ATTACK_S = 0.006;
/** Silence after which the machine's sound is let go: it costs a battery also while nothing is heard. */
const QUIET_MS = 5000;

/** Plays vibrations as a hum whose loudness follows the motor. */
export class Sound {
  private context: AudioContext | undefined;
  private playing: OscillatorNode | undefined;
  private quiet: number | undefined;

  /** Browsers give sound only after someone has touched the page: call it then. */
  allow(): void {
    if (this.context !== undefined) return;
    this.context = new AudioContext();
    this.rest();
  }

  /** Plays a pattern once, in place of what is still to be heard of another. */
  play(pattern: Pattern): void {
    this.stop();
    const { context } = this;
    if (context === undefined) return;
    // Taken up again it starts a moment late, once after every long silence.
    if (context.state === "running") this.hum(context, pattern);
    else {
      context.resume().then(
        () => this.hum(context, pattern),
        () => undefined,
      );
    }
    this.rest();
  }

  stop(): void {
    this.playing?.stop();
    this.playing = undefined;
  }

  private rest(): void {
    window.clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => {
      void this.context?.suspend();
    }, QUIET_MS);
  }

  private hum(context: AudioContext, { pitch, pulses }: Pattern): void {
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
