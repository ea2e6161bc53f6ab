import { Player, timeReached } from "./player";

/** A question that nobody answers lapses after this many ms. */
const PATIENCE = 10000;

/**
 * True while the question whether to end, asked at session time `askedAt` in ms
 * (-1 for not asked), waits for its answer. A pause gives it all the time that
 * the pause lasts, unless it had lapsed before.
 */
export function isEndAsked(
  player: Player,
  askedAt: number,
  now: number,
): boolean {
  return askedAt >= 0 && timeReached(player, now) - askedAt < PATIENCE;
}
