import { vibration } from "haptics";
import { Cue } from "../session/cues";
import { Pulse, layPulses } from "./pulses";

type Pattern = Parameters<typeof vibration.start>[0];

/**
 * Cues and pulses later than this, in ms, start afresh, else pulses would blur
 * into one.
 */
const TOO_LATE = 250;

/** Plays cues on the wrist. Its timer runs only while pulses are left. */
export class Haptics {
  strong = false;
  private queue: Pulse[] = [];
  private last: Pulse | undefined;
  private timer: number | undefined;

  /**
   * Plays the cues of one moment, behind what is still being played. `late` is
   * how many ms ago they were due.
   */
  play(cues: ReadonlyArray<Cue>, late: number): void {
    if (!cues.length) return;
    const now = Date.now();
    // Timers of seconds' lateness: old cues would pile up behind the new.
    const [next] = this.queue;
    if (next && now - next.at > TOO_LATE) this.drop();
    // What was played lies ahead only when the clock was set back.
    if (!this.queue.length && this.last && this.last.at > now) {
      this.last = undefined;
    }
    const due = late < TOO_LATE ? now - late : now;
    const pulses = layPulses(cues, this.strong, due, this.last);
    this.last = pulses[pulses.length - 1];
    this.queue = this.queue.concat(pulses);
    if (this.timer === undefined) this.goOn();
  }

  /** Ends what is played and drops what was still to come. */
  stop(): void {
    this.drop();
    vibration.stop();
  }

  private drop(): void {
    clearTimeout(this.timer as number);
    this.timer = this.last = undefined;
    this.queue = [];
  }

  private goOn(): void {
    this.timer = undefined;
    if (!this.queue.length) return;
    const wait = this.queue[0]!.at - Date.now();
    if (wait > 0) this.timer = setTimeout(() => this.pulse(), wait);
    else this.pulse();
  }

  /** Plays the first pulse, whose time has come whatever the clock says. */
  private pulse(): void {
    const { queue } = this;
    const off = Date.now() - queue[0]!.at;
    if (off < 0 || off > TOO_LATE) queue.forEach((pulse) => (pulse.at += off));
    vibration.start(queue.shift()!.pattern as Pattern);
    this.goOn();
  }
}
