import { attempt } from "../platform/failures";
import { Summary } from "../session/summary";
import { clockText } from "./clock-text";
import * as view from "./view";
import { words } from "./words";

// What was done, once it is stored.

/** Ms from one picture of the growing ring to the next, and its part of a turn. */
const FRAME = 60;
const GROWTH = 0.03;

/** Lets the ring of the week grow from one share to another while the summary is open. */
function growRing(from: number, to: number): void {
  if (view.currentView() !== "summary") return;
  view.ring(from);
  const next = Math.min(to, from + GROWTH);
  if (from < to) {
    setTimeout(() => attempt(null, () => growRing(next, to), 0), FRAME);
  }
}

/** Shows a number that was measured, with its label; nothing if it is unknown. */
function drawMeasured(id: string, value: number): void {
  if (value < 0) return;
  view.text(id, value);
  view.text(id + "-label", words(id));
}

/**
 * Draws the summary that has just been opened: of the `count`th session of its
 * week, whose goal is `goal` sessions. The week's ring grows by this session.
 */
export function drawSummary(
  summary: Summary,
  count: number,
  goal: number,
): void {
  const [outcome, , active, sets, reps, heart, calories] = summary;
  view.setShown("shape-completed", !outcome);
  view.setShown("shape-ended", !!outcome);
  view.text("outcome", words(outcome ? "ended" : "completed"));
  view.text("time", clockText(active));
  view.text("count", count + "/" + goal);
  drawMeasured("sets", sets);
  drawMeasured("reps", reps);
  drawMeasured("heart", heart);
  drawMeasured("calories", calories);
  growRing(
    Math.min(1, Math.max(0, count - 1) / goal),
    Math.min(1, count / goal),
  );
}
