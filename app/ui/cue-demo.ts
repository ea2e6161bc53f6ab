import { feelOf } from "../platform/pulses";
import * as board from "./view";
import { words } from "./words";
import { Cue } from "../session/cues";

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

/** The page of cues while it is open. */
export interface Feel {
  /** Shows the cue that is being felt: its pulses as dots, and what it means. */
  draw(): void;
  /** Ends it at once, without a last call of `play`. */
  stop(): void;
}

/**
 * Plays every cue once. `play` is called with each in turn, and with undefined
 * at the end.
 */
export function feelCues(play: (cue: Cue | undefined) => void): Feel {
  let index = -1;
  let timer: number | undefined;

  function next(): void {
    const cue = CUES[++index];
    if (cue) timer = setTimeout(next, PAUSE);
    play(cue);
  }

  // Whoever asked has to know the page before its first cue.
  timer = setTimeout(next, 0);
  return {
    draw(): void {
      const cue = CUES[index];
      if (!cue) return;
      const count = feelOf(cue, false)[1];
      board.text("step", index + 1 + "/" + CUES.length);
      board.text("meaning", words("feel-" + cue));
      for (let i = 0; i < MOST_PULSES; i++) {
        const x = 168 + (i - (count - 1) / 2) * APART;
        board.place("pulse-" + i, x, i < count);
      }
    },
    stop: () => clearTimeout(timer as number),
  };
}
