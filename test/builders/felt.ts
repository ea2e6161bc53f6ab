import { Cue } from "../../app/session/cues";
import { Player } from "../../app/session/player";

/** Cues that fell together, and the session time in ms at which they came. */
export type Felt = readonly [at: number, ...cues: Cue[]];

/**
 * Plays a player on from `now` until nothing is due, waking it as late as
 * `late` says each time; 0 wakes it at the very moment it asked for.
 */
export function playOn(
  player: Player,
  now: number,
  late: () => number = () => 0,
): Felt[] {
  const felt: Felt[] = [];
  for (let due = player.nextDue(); due >= 0; due = player.nextDue()) {
    now = Math.max(now, due + late());
    player.advance(now);
    if (player.cues.length) felt.push([now, ...player.cues]);
  }
  return felt;
}

/** A session under way at `at` ms, started at 0 and left alone since. */
export function playedTo(player: Player, at: number): Player {
  player.apply("start", 0);
  for (let due = player.nextDue(); due >= 0 && due <= at;) {
    player.advance(due);
    due = player.nextDue();
  }
  player.advance(at);
  return player;
}
