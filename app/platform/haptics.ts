import { vibration } from "haptics";
import { attempt, failed } from "./failures";
import { PATTERNS, layPulses } from "./pulses";

// The pulses on the wrist. The timer runs only while pulses are left.

/**
 * Ms; a cue or pulse that is later than this is played now, and what follows it
 * is moved by as much, else it would come too close to be felt by itself.
 */
const TOO_LATE = 250;

/** Pattern and time of each planned pulse, in turn. */
let queue: number[] = [];
/** The place of the next one that is to be played. */
let next = 0;
/** The pattern and the time of the one planned last, or empty. */
let last: number[] = [];
let timer: number | undefined;

function drop(): void {
  clearTimeout(timer as number);
  timer = undefined;
  last = [];
  queue = [];
  next = 0;
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
  while (next < queue.length) {
    const off = Date.now() - queue[next + 1]!;
    if (off < 0 && !fired) {
      timer = setTimeout(due, -off);
      return;
    }
    fired = false;
    if (off < 0 || off > TOO_LATE) {
      for (let i = next + 1; i < queue.length; i += 2) {
        last[1] = queue[i]! += off;
      }
    }
    const pattern = PATTERNS[queue[next]!]!;
    next += 2;
    attempt(vibration, vibration.start, pattern);
  }
  queue = [];
  next = 0;
}

/**
 * Plays the cues of one moment, four bits each and the first one first, behind
 * what is still being played. `late` is how many ms ago they were due.
 */
export function play(cues: number, strong: boolean, late: number): void {
  const now = Date.now();
  const waits = next < queue.length;
  // A timer that is seconds late: the old cues would delay the new ones.
  if (waits && now - queue[next + 1]! > TOO_LATE) drop();
  // What was played lies ahead only when the clock was set back.
  if (!waits && last[1]! > now) last = [];
  let place = 0;
  while (cues >> (place + 4)) place += 4;
  for (; place >= 0; place -= 4) {
    const cue = (cues >> place) & 15;
    layPulses(cue, strong, late < TOO_LATE ? now - late : now, last, queue);
  }
  // Most cues are one pulse, which is due.
  if (!waits && queue.length === 2 && queue[1]! <= now) {
    queue.length = 0;
    try {
      vibration.start(PATTERNS[last[0]!]!);
    } catch (error) {
      failed(error);
    }
  } else if (timer === undefined) goOn(false);
}

/** Ends what is played and drops what was still to come. */
export function stop(): void {
  drop();
  attempt(vibration, vibration.stop, undefined);
}
