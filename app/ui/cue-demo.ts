import { Cue } from "../session/session";
import { Fit } from "./generation";
import * as view from "./view";
import { words } from "./words";

/** Names of the cues by their numbers, as in the language files. */
const NAMES =
  " tick lift lower last go halfway ending rest switch next finish pause";

/** In the order in which a session plays them. */
// prettier-ignore
const CUES = [
  Cue.Tick, Cue.Go, Cue.Lift, Cue.Lower, Cue.Last, Cue.Halfway,
  Cue.Rest, Cue.Switch, Cue.Next, Cue.Finish, Cue.Pause,
];

/** Ms from one cue to the next: the longest takes 1.4 s. */
const CUES_APART = 3000;
/** Pixels from one pulse's dot to the next. */
const DOTS_APART = 48;
const MOST_PULSES = 3;

/** A cue demo under way. */
export interface CueDemo {
  /** Shows the cue that is being played: its pulses as dots, and what it means. */
  draw(): void;
  /** Ends it at once, without a last call of `play`. */
  stop(): void;
}

/**
 * Starts the cue demo: every cue once. `play` is called with each in turn, and
 * with 0 at the end, never before this returns. `countOf` tells how many pulses
 * a cue has.
 */
export function startCueDemo(
  play: (cue: Cue | 0) => void,
  countOf: (cue: Cue) => number,
): CueDemo {
  let index = -1;
  let timer: number | undefined;

  function next(): void {
    const cue = CUES[++index];
    if (cue) timer = setTimeout(next, CUES_APART);
    play(cue || 0);
  }

  timer = setTimeout(next, 0);
  return {
    draw(): void {
      const cue = CUES[index];
      if (!cue) return;
      const count = countOf(cue);
      view.text("step", index + 1 + "/" + CUES.length);
      view.text("meaning", words("feel-" + NAMES.split(" ")[cue]));
      for (let i = 0; i < MOST_PULSES; i++) {
        const id = "pulse-" + i;
        view.put(id, "cx", Fit.Middle + (i - (count - 1) / 2) * DOTS_APART);
        view.setShown(id, i < count);
      }
    },
    stop: () => clearTimeout(timer as number),
  };
}
