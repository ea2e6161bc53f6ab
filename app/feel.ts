import { feelOf } from "./device/pulses";
import { Board } from "./screens/board";
import { words } from "./screens/text";
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
/** Pixels from one pulse's dot to the next. */
const APART = 48;
const MOST_PULSES = 3;

/** Plays every cue once, each with its meaning on the screen. */
export class Feel {
  private timer: number | undefined;
  private index = 0;

  /** `play` is called with each cue in turn, and with undefined at the end. */
  constructor(private play: (cue: Cue | undefined) => void) {}

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
    this.index = index;
    this.play(cue);
    if (!cue) return;
    this.timer = setTimeout(() => this.step(index + 1), PAUSE);
  }

  /** The cue that is being felt: its pulses as dots, and what it means. */
  draw(board: Board): void {
    const cue = CUES[this.index]!;
    const count = feelOf(cue, false)[1];
    board.text("step", this.index + 1 + "/" + CUES.length);
    board.text("meaning", words("feel-" + cue));
    for (let i = 0; i < MOST_PULSES; i++) {
      board.place("pulse-" + i, 168 + (i - (count - 1) / 2) * APART, i < count);
    }
  }
}
