import { vibration } from "haptics";
import { lightUp } from "./display";
import { attempt, failed } from "./failures";
import { PATTERNS, Planned } from "./patterns";

// The pulses on the wrist. The timer runs only while pulses are left. It stands in the
// main part: what plans them can be let go of while the last ones are played.

/**
 * Adds what is felt of the cues of one moment to `queue`; see `layPulses`. True where
 * there is something new to see.
 */
export type Lay = (
  cues: number,
  strong: boolean,
  due: number,
  queue: number[],
  next: number,
) => boolean;

/**
 * Ms; a cue or pulse that is later than this is played now, and what follows it
 * is moved by as much, else it would come too close to be felt by itself.
 */
const TOO_LATE = 250;

/** Pattern and time of each planned pulse, in turn; the first was played last. */
let queue: number[] = [];
/** The place of the next one that is to be played. */
let next = 0;
let timer: number | undefined;

function fired(): void {
  goOn(true);
}

/**
 * Plays what is due and sets the timer for the next pulse. `isDue` tells that
 * the first one's time has come whatever the clock says.
 */
function goOn(isDue: boolean): void {
  timer = undefined;
  while (next < queue.length) {
    const off = Date.now() - queue[next + 1]!;
    if (off < 0 && !isDue) {
      timer = setTimeout(fired, -off);
      return;
    }
    isDue = false;
    if (off < 0 || off > TOO_LATE) {
      for (let i = next + 1; i < queue.length; i += 2) queue[i]! += off;
    }
    const pattern = PATTERNS[queue[next]! % Planned.Lasting]!;
    next += 2;
    attempt(vibration, vibration.start, pattern);
  }
  queue = queue.slice(-2);
  next = queue.length;
}

/**
 * Plays the cues of one moment, as `lay` plans them; where
 * there is something new to see, the display goes on. `late` is how many ms ago
 * they were due.
 */
export function play(
  lay: Lay,
  cues: number,
  strong: boolean,
  late: number,
): void {
  const now = Date.now();
  // What was played lies ahead only when the clock was set back.
  if (next === queue.length && queue[next - 1]! > now) queue.length = next = 0;
  const due = late < TOO_LATE ? now - late : now;
  if (lay(cues, strong, due, queue, next)) lightUp();
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  // Most cues are one pulse, which is due.
  if (next === queue.length - 2 && queue[next + 1]! <= now) {
    const pattern = queue[next]!;
    queue[0] = pattern;
    queue[1] = queue[next + 1]!;
    queue.length = next = 2;
    try {
      vibration.start(PATTERNS[pattern % Planned.Lasting]!);
    } catch (error) {
      failed(error);
    }
  } else goOn(false);
}

/** Ends what is played and drops what was still to come. */
export function stop(): void {
  clearTimeout(timer as number);
  timer = undefined;
  queue.length = next = 0;
  attempt(vibration, vibration.stop, undefined);
}
