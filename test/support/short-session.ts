import { shortRoutine } from "../../verification/builders/routines";
import { type Wearer, inSession } from "./host";

/**
 * Seconds of the world at which the steps of the short session begin: two sets
 * of two reps, a hold of 5 s on each side, one of 20.5 s.
 */
export const SET1 = 6;
export const REST = 17;
export const SET2 = 24;
export const NEXT = 35;
export const LEFT = 41;
export const SWITCH = 46;
export const RIGHT = 50;
export const PLANK = 61;
export const END = 81.5;

/** The short session, played until then. */
export async function short(until: number): Promise<Wearer> {
  return (await inSession(shortRoutine())).until(until);
}

/** Plays to the end and gives the one record. */
export function finished(wearer: Wearer): Wearer["record"] {
  for (let i = 0; i < 60 && wearer.screen !== "summary"; i++) wearer.waits(3);
  wearer.waits(2);
  expect(wearer.faults).toEqual([]);
  expect(wearer.screen).toBe("summary");
  return wearer.record;
}
