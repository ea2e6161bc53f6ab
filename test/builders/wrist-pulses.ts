import { PATTERNS, Planned } from "../../app/platform/patterns";
import { layPulses } from "../../app/platform/pulses";
import { Routine } from "../../common/routine";
import { Felt } from "./cue-times";
import { Seen } from "./decoder";
import { CUES, namedSession } from "./session";

/** The pulses that cues make on the wrist. */
export function pulsesOf(felt: Felt[], strong: boolean): Seen[] {
  const queue: number[] = [];
  let next = 0;
  for (const [at, ...cues] of felt) {
    while (queue[next + 1]! <= at) next += 2;
    const packed = cues.reduce((all, cue) => all * 16 + CUES[cue], 0);
    layPulses(packed, strong, at, queue, next);
  }
  const pulses: Seen[] = [];
  for (let i = 0; i < queue.length; i += 2) {
    pulses.push({
      pattern: PATTERNS[queue[i]! % Planned.Lasting]!,
      at: queue[i + 1]!,
    });
  }
  return pulses;
}

/** Ms after which nothing of a moment waits to be felt. */
const SETTLED = 2500;

/**
 * A whole session on the wrist, with pauses of ten seconds at those of these
 * times, in ms, at which nothing waits to be felt.
 */
export function wornSession(plan: Routine, pauses: number[] = []): Seen[] {
  const session = namedSession(plan);
  const felt: Felt[] = [];
  let now = 0;
  const note = () => {
    const { cues } = session;
    if (cues.length) felt.push([now, ...cues]);
  };
  session.ask("start", 0);
  note();
  for (let due = session.due(); due >= 0; due = session.due()) {
    const pause = pauses.find((at) => at > now + SETTLED && at < due);
    now = pause ?? due;
    if (pause === undefined) session.advance(now);
    else {
      session.ask("pause", now);
      note();
      session.ask("resume", (now += 10000));
    }
    note();
  }
  return pulsesOf(felt, plan.preferences.strength === "strong");
}
