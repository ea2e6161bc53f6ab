import { Cue } from "../session/cues";

/** What is felt of a cue: its pattern, how often, and ms from pulse to pulse. */
type Haptic = readonly [pattern: string, count: number, apart: number];

const BUMP: Haptic = ["bump", 1, 0];

/** All cues at normal strength. */
const NORMAL: { readonly [cue in Cue]: Haptic } = {
  tick: BUMP,
  lift: BUMP,
  lower: ["nudge", 1, 0],
  last: ["bump", 2, 250],
  go: ["nudge-max", 1, 0],
  halfway: ["ping", 1, 0],
  ending: BUMP,
  rest: ["confirmation", 1, 0],
  switch: ["confirmation-max", 2, 700],
  next: ["nudge-max", 2, 500],
  finish: ["confirmation-max", 3, 700],
  pause: ["nudge", 2, 300],
  resume: ["nudge-max", 1, 0],
};

/** Ms between two cues that are due together, so that each is felt by itself. */
const APART = 450;
/**
 * The same between two that share a pattern: longer than within a cue that can
 * stand before another of its pattern, shorter than counted seconds.
 */
const APART_ALIKE = 950;

/** One pulse: its pattern, and when it is planned, in ms of the watch's clock. */
export interface Pulse {
  pattern: string;
  at: number;
}

/** What is felt of a cue. Strong takes the `-max` patterns where there are some. */
export function hapticOf(cue: Cue, strong: boolean): Haptic {
  const haptic = NORMAL[cue];
  if (!strong) return haptic;
  // Next is two nudge-max already: a strong pause needs a count of its own.
  if (cue === "pause") return ["nudge-max", 3, 300];
  const pattern = haptic[0];
  return pattern === "nudge" || pattern === "confirmation"
    ? [pattern + "-max", haptic[1], haptic[2]]
    : haptic;
}

/**
 * Plans the pulses of cues that are due at `due`, in ms of the watch's clock,
 * after the pulse planned last, if any. It goes by planned times only, so that a
 * late timer never delays what follows it.
 */
export function layPulses(
  cues: ReadonlyArray<Cue>,
  strong: boolean,
  due: number,
  last: Pulse | undefined,
): Pulse[] {
  const pulses: Pulse[] = [];
  for (let i = 0; i < cues.length; i++) {
    const [pattern, count, apart] = hapticOf(cues[i]!, strong);
    let at = due;
    if (last) {
      const free = last.at + (last.pattern === pattern ? APART_ALIKE : APART);
      if (free > at) at = free;
    }
    for (let n = 0; n < count; n++) {
      last = { pattern, at: at + n * apart };
      pulses.push(last);
    }
  }
  return pulses;
}
