import { P, PItem, PackedRecord } from "../../common/wire/pack-record";
import { attempt } from "../platform/failures";
import * as view from "./view";
import { clockText, words } from "./words";

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
  record: PackedRecord,
  count: number,
  goal: number,
): void {
  const items = record[P.Items] as number[][];
  const completed = !record[P.Outcome];
  let sets = 0;
  let reps = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    sets += item[PItem.Sets]!;
    reps += item[PItem.Reps]! + (item[PItem.SecondReps] || 0);
  }
  view.setShown("shape-completed", completed);
  view.setShown("shape-ended", !completed);
  view.text("outcome", words(completed ? "completed" : "ended"));
  view.text("time", clockText((record[P.Active] as number) * 100));
  view.text("count", count + "/" + goal);
  drawMeasured("sets", sets);
  drawMeasured("reps", reps);
  drawMeasured("heart", record[P.HeartAverage] as number);
  drawMeasured("calories", record[P.Calories] as number);
  growRing(
    Math.min(1, Math.max(0, count - 1) / goal),
    Math.min(1, count / goal),
  );
}
