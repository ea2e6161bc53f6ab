import { vibration } from "haptics";
import { Cue } from "../session/cues";
import { Pulse, layPulses } from "./pulses";

type Pattern = Parameters<typeof vibration.start>[0];

/** No planned pulse is further off than this, in ms. */
const LONGEST = 10000;
/** Cues later than this start afresh, else their pulses would blur into one. */
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
    // A clock change has moved the planned times: they mean nothing now.
    if (this.last && Math.abs(this.last.at - now) > LONGEST) this.stop();
    const due = late < TOO_LATE ? now - late : now;
    const pulses = layPulses(cues, this.strong, due, this.last);
    this.last = pulses[pulses.length - 1];
    this.queue = this.queue.concat(pulses);
    if (this.timer === undefined) this.playDue();
  }

  /** Drops what was still to come. */
  stop(): void {
    clearTimeout(this.timer as number);
    this.timer = this.last = undefined;
    this.queue = [];
    vibration.stop();
  }

  private playDue(): void {
    this.timer = undefined;
    let wait = this.wait();
    if (wait <= 0) {
      vibration.start(this.queue.shift()!.pattern as Pattern);
      if (!this.queue.length) return;
      wait = this.wait();
    }
    this.timer = setTimeout(() => this.playDue(), wait > 0 ? wait : 0);
  }

  private wait(): number {
    const wait = this.queue[0]!.at - Date.now();
    return wait > LONGEST ? 0 : wait;
  }
}
