import { Pulse, layPulses } from "../../app/platform/pulses";
import { advance, nextDue } from "../../app/session/advance";
import { apply } from "../../app/session/commands";
import { newPlayer } from "../../app/session/player";
import { Routine } from "../../common/routine";
import { Felt } from "./cue-times";

/** The pulses that cues make on the wrist. */
export function pulsesOf(felt: Felt[], strong: boolean): Pulse[] {
  const pulses: Pulse[] = [];
  for (const [at, ...cues] of felt) {
    const last = pulses[pulses.length - 1];
    pulses.push(...layPulses(cues, strong, at, last));
  }
  return pulses;
}

/** A whole session on the wrist, with pauses of ten seconds at these times. */
export function wornSession(plan: Routine, pauses: number[] = []): Pulse[] {
  const player = newPlayer(plan);
  const felt: Felt[] = [];
  let now = 0;
  const note = () => {
    if (player.cues.length) felt.push([now, ...player.cues]);
  };
  apply(player, "start", 0);
  note();
  for (let due = nextDue(player); due >= 0; due = nextDue(player)) {
    const pause = pauses.find((at) => at > now && at < due);
    now = pause ?? due;
    if (pause === undefined) advance(player, now);
    else {
      apply(player, "pause", now);
      note();
      apply(player, "resume", (now += 10000));
    }
    note();
  }
  return pulsesOf(felt, plan.preferences.strength === "strong");
}
