import { attempt } from "../platform/failures";
import * as view from "./view";

// The ring of the week: how much of its goal is reached.

/** Ms from one picture of the growing ring to the next, and its part of a turn. */
const FRAME = 60;
const GROWTH = 0.03;

/** The part of a week's goal that so many sessions are, 0 to 1. */
export function weekShare(count: number, goal: number): number {
  return Math.min(1, Math.max(0, count / goal));
}

/** Lets the ring grow from one share to another while the summary is open. */
export function growRing(from: number, to: number): void {
  if (view.currentView() !== "summary") return;
  view.ring(from);
  const next = Math.min(to, from + GROWTH);
  if (from < to)
    setTimeout(() => attempt(null, () => growRing(next, to), 0), FRAME);
}
