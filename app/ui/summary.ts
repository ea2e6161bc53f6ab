import { SessionRecord, total } from "../../common/record";
import * as view from "./view";
import { growRing, weekShare } from "./week";
import { clockText, words } from "./words";

/**
 * What was done, once it is stored: the `count`th session of its week, whose
 * goal is `goal` sessions. When the summary has just been opened, the week's
 * ring grows by this session.
 */
export function drawSummary(
  record: SessionRecord,
  count: number,
  goal: number,
  opened: boolean,
): void {
  const { items, heartRate, calories } = record;
  const completed = record.outcome === "completed";
  view.setShown("shape-completed", completed);
  view.setShown("shape-ended", !completed);
  view.text("outcome", words(completed ? "completed" : "ended"));
  view.text("time", clockText(record.activeSeconds * 1000));
  view.text("count", count + "/" + goal);
  view.text("sets", total(items.map((item) => item.sets)));
  view.text("reps", total(items.map((item) => total(item.reps))));
  view.text("sets-label", words("sets"));
  view.text("reps-label", words("reps"));
  if (heartRate) {
    view.text("heart", heartRate.average);
    view.text("heart-label", words("heart"));
  }
  if (calories !== undefined) {
    view.text("calories", calories);
    view.text("calories-label", words("calories"));
  }
  if (opened) growRing(weekShare(count - 1, goal), weekShare(count, goal));
}
