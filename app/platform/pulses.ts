import { Cue } from "../session/session";
import { Haptic, Pattern, Planned } from "./patterns";

/**
 * What is felt of each cue at normal strength, by its number: its pattern, how
 * many pulses, and ms from pulse to pulse, in one number: see `Haptic`.
 */
// prettier-ignore
export const HAPTICS: ReadonlyArray<number> = [
  0,
  /* Tick */ Pattern.Bump | 1 << Haptic.Pulses,
  /* Lift */ Pattern.Bump | 1 << Haptic.Pulses,
  /* Lower */ Pattern.Nudge | 1 << Haptic.Pulses,
  /* Last */ Pattern.Bump | 2 << Haptic.Pulses | 250 << Haptic.Apart,
  /* Go */ Pattern.NudgeMax | 1 << Haptic.Pulses,
  /* Halfway */ Pattern.Ping | 1 << Haptic.Pulses,
  /* Ending */ Pattern.Bump | 1 << Haptic.Pulses,
  /* Rest */ Pattern.Confirmation | 1 << Haptic.Pulses,
  /* Switch */ Pattern.ConfirmationMax | 2 << Haptic.Pulses | 700 << Haptic.Apart,
  /* Next */ Pattern.NudgeMax | 2 << Haptic.Pulses | 500 << Haptic.Apart,
  /* Finish */ Pattern.ConfirmationMax | 3 << Haptic.Pulses | 700 << Haptic.Apart,
  /* Pause */ Pattern.Nudge | 2 << Haptic.Pulses | 300 << Haptic.Apart,
  /* Resume */ Pattern.NudgeMax | 1 << Haptic.Pulses,
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
 * Plans the pulses of the cues of one moment, four bits each and the first one
 * first, which are due at `due`, in ms of the watch's clock: adds the pattern and
 * the time of each to `queue`. What stands there before `next` was played; what
 * follows is of a moment that is over and gives way, but for the cues that change
 * what is to be done. It goes by planned times only, so that a late timer never
 * delays what follows it. True where there is something new to see: another exercise,
 * or the end.
 * @often
 */
export function layPulses(
  cues: number,
  strong: boolean,
  due: number,
  queue: number[],
  next: number,
): boolean {
  let end = queue.length;
  while (end > next && queue[end - 2]! < Planned.Lasting) end -= 2;
  if (end < queue.length) queue.length = end;
  let news = false;
  let place = 0;
  while (cues >> (place + 4)) place += 4;
  for (; place >= 0; place -= 4) {
    const cue: Cue = (cues >> place) & 15;
    const haptic = HAPTICS[cue]!;
    let shown = haptic & Haptic.Patterns;
    let pulses = (haptic >> Haptic.Pulses) & 3;
    let at = due;
    if (strong) {
      if (cue === Cue.Pause) pulses = STRONG_PAUSE;
      if (shown === Pattern.Nudge || shown === Pattern.Confirmation) shown++;
    }
    end = queue.length;
    if (end) {
      const alike = queue[end - 2]! % Planned.Lasting === shown;
      const free = queue[end - 1]! + (alike ? APART_ALIKE : APART);
      if (free > at) at = free;
    }
    if (cue >= Cue.Switch && cue <= Cue.Finish) {
      shown += Planned.Lasting;
      if (cue !== Cue.Switch) news = true;
    }
    for (; pulses > 0; pulses--) {
      queue.push(shown, at);
      at += haptic >> Haptic.Apart;
    }
  }
  return news;
}
