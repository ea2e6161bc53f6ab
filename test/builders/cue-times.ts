import type { Cue } from "../../verification/faults/names";
import { NamedSession } from "./session";

/** Cues that fell together, and the session time in ms at which they came. */
export type Felt = readonly [at: number, ...cues: Cue[]];

/**
 * Plays a session on from `now` until nothing is due, waking it as late as
 * `late` says each time; 0 wakes it at the very moment it asked for. `lit` tells
 * that somebody looks at it.
 */
export function playOn(
  session: NamedSession,
  now: number,
  late: () => number = () => 0,
  lit = true,
): Felt[] {
  const felt: Felt[] = [];
  for (let due = session.due(lit); due >= 0; due = session.due(lit)) {
    now = Math.max(now, due + late());
    session.advance(now);
    const { cues } = session;
    if (cues.length) felt.push([now, ...cues]);
  }
  return felt;
}

/** A session under way at `at` ms, started at 0 and left alone since. */
export function playedTo(session: NamedSession, at: number): NamedSession {
  session.ask("start", 0);
  for (let due = session.due(); due >= 0 && due <= at;) {
    session.advance(due);
    due = session.due();
  }
  session.advance(at);
  return session;
}
