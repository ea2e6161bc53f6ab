import { Cue } from "../../app/session/cues";
import { advance, nextDue } from "../../app/session/advance";
import { apply } from "../../app/session/commands";
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
  for (let due = nextDue(player); due >= 0; due = nextDue(player)) {
    now = Math.max(now, due + late());
    advance(player, now);
    if (player.cues.length) felt.push([now, ...player.cues]);
  }
  return felt;
}

/** A session under way at `at` ms, started at 0 and left alone since. */
export function playedTo(player: Player, at: number): Player {
  apply(player, "start", 0);
  for (let due = nextDue(player); due >= 0 && due <= at;) {
    advance(player, due);
    due = nextDue(player);
  }
  advance(player, at);
  return player;
}
