import { POSITIONS } from "../../common/watch-tables";
import { FlatRoutine, I, goalPlace } from "../../common/wire/flat-routine";
import { TWO_SIDES } from "../../common/wire/packed-routine";
import { S, Session } from "../session/session";
import { idOf, words } from "./words";

// What work, rest and the questions about a session say of where it stands.

/** Where the item at, or ahead of, the session begins; the last one at the end. */
export function rowOf(session: Session): number {
  return Math.min(session[S.Row], goalPlace(session[S.Routine]) - I.Size);
}

/** How to lie or stand, or empty for an exercise of the runner's own. */
export function positionOf(routine: FlatRoutine, row: number): string {
  const id = idOf(routine, row);
  if (!id) return "";
  // The one exercise whose place has to be found before lying down.
  const bench = id === "reverse-hip-raise";
  return words("on-" + (bench ? "bench" : POSITIONS[routine[row]!]));
}

/** Which set this is, such as "Set 2 of 3". */
export function setOf(session: Session): string {
  const sets = session[S.Routine][rowOf(session) + I.Sets]!;
  return words("set-of", session[S.Set] + 1, sets);
}

/** The side that is meant, or empty where there is only one. */
export function sideOf(session: Session): string {
  const flags = session[S.Routine][rowOf(session) + I.Flags]!;
  if (!(flags & TWO_SIDES)) return "";
  return words(session[S.Side] ? "right-side" : "left-side");
}

/** Whole seconds left, as a countdown shows them: 1 until the very end. */
export function countdown(ms: number): number {
  return ms > 0 ? Math.ceil(ms / 1000) : 0;
}

/** Minutes and seconds, such as 18:04. */
export function clockText(ms: number): string {
  const seconds = countdown(ms);
  const rest = seconds % 60;
  return Math.floor(seconds / 60) + (rest < 10 ? ":0" : ":") + rest;
}
