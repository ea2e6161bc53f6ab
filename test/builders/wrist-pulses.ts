import { PATTERNS, layPulses } from "../../app/platform/pulses";
import { Routine } from "../../common/routine";
import { Felt } from "./cue-times";
import { Seen } from "./decoder";
import { CUES, namedSession } from "./session";

/** The pulses that cues make on the wrist. */
export function pulsesOf(felt: Felt[], strong: boolean): Seen[] {
  const queue: number[] = [];
  const last: number[] = [];
  for (const [at, ...cues] of felt) {
    for (const cue of cues) layPulses(CUES[cue], strong, at, last, queue);
  }
  const pulses: Seen[] = [];
  for (let i = 0; i < queue.length; i += 2) {
    pulses.push({ pattern: PATTERNS[queue[i]!]!, at: queue[i + 1]! });
  }
  return pulses;
}

/** A whole session on the wrist, with pauses of ten seconds at these times. */
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
    const pause = pauses.find((at) => at > now && at < due);
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
