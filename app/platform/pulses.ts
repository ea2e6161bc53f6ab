import { Cue } from "../session/session";
import { Pattern, Planned } from "./patterns";

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
    let shown = HAPTICS[cue * 3]!;
    let pulses = HAPTICS[cue * 3 + 1]!;
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
      at += HAPTICS[cue * 3 + 2]!;
    }
  }
  return news;
}
