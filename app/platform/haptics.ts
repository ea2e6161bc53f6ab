import { vibration } from "haptics";
import { attempt, failed } from "./failures";
import { layPulses, patternOf } from "./pulses";

// The pulses on the wrist. The timer runs only while pulses are left.

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
      for (let i = next + 1; i < queue.length; i += 2) queue[i]! += off;
    }
    const pattern = patternOf(queue[next]!);
    next += 2;
    attempt(vibration, vibration.start, pattern);
  }
  queue = queue.slice(-2);
  next = queue.length;
}

/**
 * Plays the cues of one moment, four bits each and the first one first. `late`
 * is how many ms ago they were due.
 */
export function play(cues: number, strong: boolean, late: number): void {
  const now = Date.now();
  // What was played lies ahead only when the clock was set back.
  if (next === queue.length && queue[next - 1]! > now) queue.length = next = 0;
  layPulses(cues, strong, late < TOO_LATE ? now - late : now, queue, next);
  clearTimeout(timer as number);
  // Most cues are one pulse, which is due.
  if (next === queue.length - 2 && queue[next + 1]! <= now) {
    timer = undefined;
    const pattern = queue[next]!;
    queue[0] = pattern;
    queue[1] = queue[next + 1]!;
    queue.length = next = 2;
    try {
      vibration.start(patternOf(pattern));
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
