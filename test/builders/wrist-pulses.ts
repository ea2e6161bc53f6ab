import { Pulse, layPulses } from "../../app/device/pulses";
import { Player } from "../../app/session/player";
import { Routine } from "../../common/routine";
import { Felt } from "./felt";

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
  const player = new Player(plan);
  const felt: Felt[] = [];
  let now = 0;
  const note = () => {
    if (player.cues.length) felt.push([now, ...player.cues]);
  };
  player.apply("start", 0);
  note();
  for (let due = player.nextDue(); due >= 0; due = player.nextDue()) {
    const pause = pauses.find((at) => at > now && at < due);
    now = pause ?? due;
    if (pause === undefined) player.advance(now);
    else {
      player.apply("pause", now);
      note();
      player.apply("resume", (now += 10000));
    }
    note();
  }
  return pulsesOf(felt, plan.preferences.strength === "strong");
}
