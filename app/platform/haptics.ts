import { vibration } from "haptics";
import { attempt } from "./failures";
import { PATTERNS, layPulses } from "./pulses";

// The pulses on the wrist. The timer runs only while pulses are left.

/**
 * Ms; a cue or pulse that is later than this is played now, and what follows it
 * is moved by as much, else it would come too close to be felt by itself.
 */
const TOO_LATE = 250;

/** Pattern and time of each pulse to come, in turn. */
let queue: number[] = [];
/** The same of the one planned last, or empty. */
let last: number[] = [];
let timer: number | undefined;

function drop(): void {
  clearTimeout(timer as number);
  timer = undefined;
  last = [];
  queue = [];
}

function due(): void {
  goOn(true);
}

/**
 * Plays what is due and sets the timer for the next pulse. `fired` tells that
 * the first one's time has come whatever the clock says.
 */
function goOn(fired: boolean): void {
  timer = undefined;
  while (queue.length) {
    const off = Date.now() - queue[1]!;
    if (off < 0 && !fired) {
      timer = setTimeout(due, -off);
      return;
    }
    fired = false;
    if (off < 0 || off > TOO_LATE) {
      for (let i = 1; i < queue.length; i += 2) last[1] = queue[i]! += off;
    }
    const pattern = PATTERNS[queue.shift()!]!;
    queue.shift();
    attempt(vibration, vibration.start, pattern);
  }
}

/**
 * Plays the cues of one moment, four bits each and the first one first, behind
 * what is still being played. `late` is how many ms ago they were due.
 */
export function play(cues: number, strong: boolean, late: number): void {
  const now = Date.now();
  // A timer that is seconds late: the old cues would delay the new ones.
  if (queue.length && now - queue[1]! > TOO_LATE) drop();
  // What was played lies ahead only when the clock was set back.
  if (!queue.length && last[1]! > now) last = [];
  let place = 0;
  while (cues >> (place + 4)) place += 4;
  for (; place >= 0; place -= 4) {
    const cue = (cues >> place) & 15;
    layPulses(cue, strong, late < TOO_LATE ? now - late : now, last, queue);
  }
  if (timer === undefined) goOn(false);
}

/** Ends what is played and drops what was still to come. */
export function stop(): void {
  drop();
  attempt(vibration, vibration.stop, undefined);
}
