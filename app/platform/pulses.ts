import { Cue } from "../session/session";

/** The system's patterns, by number. */
const enum Pattern {
  Bump,
  Nudge,
  NudgeMax,
  Ping,
  Confirmation,
  ConfirmationMax,
}

/** Their names. */
export const PATTERNS = [
  "bump",
  "nudge",
  "nudge-max",
  "ping",
  "confirmation",
  "confirmation-max",
] as const;

/**
 * What is felt of each cue at normal strength, by its number: its pattern, how
 * many pulses, and ms from pulse to pulse.
 */
// prettier-ignore
export const HAPTICS: ReadonlyArray<number> = [
  0, 0, 0,
  /* Tick */ Pattern.Bump, 1, 0,
  /* Lift */ Pattern.Bump, 1, 0,
  /* Lower */ Pattern.Nudge, 1, 0,
  /* Last */ Pattern.Bump, 2, 250,
  /* Go */ Pattern.NudgeMax, 1, 0,
  /* Halfway */ Pattern.Ping, 1, 0,
  /* Ending */ Pattern.Bump, 1, 0,
  /* Rest */ Pattern.Confirmation, 1, 0,
  /* Switch */ Pattern.ConfirmationMax, 2, 700,
  /* Next */ Pattern.NudgeMax, 2, 500,
  /* Finish */ Pattern.ConfirmationMax, 3, 700,
  /* Pause */ Pattern.Nudge, 2, 300,
  /* Resume */ Pattern.NudgeMax, 1, 0,
];

/** Next is two of the strong nudges already: a strong pause has a count of its own. */
const STRONG_PAUSE = 3;

/** Ms between two cues that are due together, so that each is felt by itself. */
const APART = 450;
/**
 * The same between two that share a pattern: longer than within a cue that can
 * stand before another of its pattern, shorter than counted seconds.
 */
const APART_ALIKE = 950;

/**
 * Plans the pulses of a cue that is due at `due`, in ms of the watch's clock: adds
 * the pattern and the time of each to `queue`. `last` is the pattern and the time
 * of the pulse planned last, or empty. It goes by planned times only, so that a
 * late timer never delays what follows it.
 */
export function layPulses(
  cue: Cue,
  strong: boolean,
  due: number,
  last: number[],
  queue: number[],
): void {
  let shown = HAPTICS[cue * 3]!;
  let pulses = HAPTICS[cue * 3 + 1]!;
  let at = due;
  if (strong) {
    if (cue === Cue.Pause) pulses = STRONG_PAUSE;
    if (shown === Pattern.Nudge || shown === Pattern.Confirmation) shown++;
  }
  if (last.length) {
    const free = last[1]! + (last[0] === shown ? APART_ALIKE : APART);
    if (free > at) at = free;
  }
  for (; pulses > 0; pulses--) {
    queue.push(shown, at);
    last[0] = shown;
    last[1] = at;
    at += HAPTICS[cue * 3 + 2]!;
  }
}
