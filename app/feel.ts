import { Cue } from "./session/cues";

/** In the order in which a session plays them. */
const CUES: ReadonlyArray<Cue> = [
  "tick",
  "go",
  "lift",
  "lower",
  "last",
  "halfway",
  "rest",
  "switch",
  "next",
  "finish",
  "pause",
];

/** Ms from one cue to the next: the longest takes 1.4 s. */
const PAUSE = 3000;

/** Plays every cue once, each with its meaning on the screen. */
export class Feel {
  private timer: number | undefined;

  /**
   * `show` is called with each cue in turn, and with undefined at the end.
   */
  constructor(private show: (cue: Cue | undefined) => void) {}

  start(): void {
    this.stop();
    this.step(0);
  }

  /** Ends it at once, without a last call. */
  stop(): void {
    clearTimeout(this.timer as number);
  }

  private step(index: number): void {
    const cue = CUES[index];
    this.show(cue);
    if (!cue) return;
    this.timer = setTimeout(() => this.step(index + 1), PAUSE);
  }
}
