import { vibration } from "haptics";
import { Cue } from "../session/cues";
import { attempt } from "./failures";
import { Pulse, layPulses } from "./pulses";

type Pattern = Parameters<typeof vibration.start>[0];

// The pulses on the wrist. The timer runs only while pulses are left.

/**
 * Ms; a cue or pulse that is later than this is played now, and what follows it
 * is moved by as much, else it would come too close to be felt by itself.
 */
const TOO_LATE = 250;

let queue: Pulse[] = [];
let last: Pulse | undefined;
let timer: number | undefined;

function drop(): void {
  clearTimeout(timer as number);
  timer = last = undefined;
  queue = [];
}

/** Moves all that is still to come. */
function shift(by: number): void {
  queue.forEach((next) => (next.at += by));
}

/**
 * Plays what is due and sets the timer for the next pulse. `fired` tells that
 * the first one's time has come whatever the clock says.
 */
function goOn(fired: boolean): void {
  timer = undefined;
  while (queue.length) {
    const off = Date.now() - queue[0]!.at;
    if (off < 0 && !fired) {
      timer = setTimeout(() => goOn(true), -off);
      return;
    }
    fired = false;
    if (off < 0 || off > TOO_LATE) shift(off);
    attempt(vibration, vibration.start, queue.shift()!.pattern as Pattern);
  }
}

/**
 * Plays the cues of one moment, behind what is still being played. `late` is
 * how many ms ago they were due.
 */
export function play(
  cues: ReadonlyArray<Cue>,
  strong: boolean,
  late: number,
): void {
  if (!cues.length) return;
  const now = Date.now();
  // A timer that is seconds late: the old cues would delay the new ones.
  if (queue.length && now - queue[0]!.at > TOO_LATE) drop();
  // What was played lies ahead only when the clock was set back.
  if (!queue.length && last && last.at > now) last = undefined;
  const due = late < TOO_LATE ? now - late : now;
  const pulses = layPulses(cues, strong, due, last);
  last = pulses[pulses.length - 1];
  queue = queue.concat(pulses);
  if (timer === undefined) goOn(false);
}

/** Ends what is played and drops what was still to come. */
export function stop(): void {
  drop();
  attempt(vibration, vibration.stop, undefined);
}
