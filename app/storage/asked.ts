import { C, ClassBit, CoachFile, Plans } from "../../common/wire/coach-files";
import { readSealed, writeSealed } from "./files";
import { shutHere } from "./gates";

/** Where what stands of the newest answers; times are seconds since 1970, 0 for never. */
export const enum M {
  /** When the back was asked, what was said, and what of the leg. */
  At,
  Back,
  Leg,
  /** When "as planned" was chosen against the offer. */
  Planned,
  /** When pain down a leg was told. */
  LegAt,
  /** The newest session: its start, the back before and after, not 0 where a dose was raised. */
  Start,
  Before,
  After,
  Raised,
  /** Codes of its exercises that are on trial, a bit each, and the coach's serial. */
  Trials,
  Serial,
  /** The newest run that home told or a session followed: its end, and as `toldRuns` counts. */
  RunEnd,
  Runs,
  /** What the coach's file said of a raised dose when home was last opened. */
  Told,
  /** When home told a reason to see somebody, and the number of the one that was hidden. */
  Seen,
  Hidden,
  /** How many entries there are. */
  Size,
}

/** The newest answers on this watch. */
export function readAsked(): number[] {
  const asked = readSealed<number[]>(CoachFile.Asked) || [
    0, -1, -1, 0, 0, 0, -1, -1, 0, 0, 0,
  ];
  // Version 0.1.0 knew no runs.
  while (asked.length < M.Size) asked.push(0);
  return asked;
}

/** Days for which pain down a leg is not forgotten, in seconds. */
const LEG_KNOWN = 14 * 86400;

/**
 * Whether the leg is of interest whatever the back is like: nobody was asked before,
 * it hurt lately, or an exercise is shut or on trial.
 */
export function lately(
  asked: number[],
  now: number,
  plans: Plans | undefined,
): boolean {
  const classes = plans ? plans[C.Classes] : [];
  for (let i = 0; i < classes.length; i++) {
    if (classes[i]! & (ClassBit.Shut | ClassBit.Trial)) return true;
  }
  return (
    !asked[M.At] || now - asked[M.LegAt]! < LEG_KNOWN || shutHere().length > 0
  );
}

/** Stores them; a full watch asks again. */
export function writeAsked(asked: number[]): void {
  writeSealed(CoachFile.Asked, asked);
}
