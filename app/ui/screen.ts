import { SessionRecord } from "../../common/record";
import { rebuildRoutine } from "../../common/wire/packed-routine";
import { countOf, loadLast } from "../storage/last-session";
import { safely } from "../platform/failures";
import * as routines from "../storage/routines";
import { forToday, leftOut, toggleToday } from "../storage/exclusions";
import * as runner from "../session-runner";
import * as board from "./view";
import { drawRest, drawWork } from "./work";
import { drawHome, drawSummary, reached } from "./home";
import { words } from "./words";
import { Stage } from "./screen-state";

/** Ms from one picture of the growing ring to the next, and its part of a turn. */
const FRAME = 60;
const GROWTH = 0.03;

/** Elements with a label of their own; its message has the same name. */
const LABELS: { readonly [view: string]: string } = {
  index: "start",
  feel: "done",
  rest: "more-rest",
  paused: "resume skip back end",
  confirm: "keep-going confirm-end",
  resume: "resume-session save-session discard-session",
  summary: "done sets reps",
  error: "done",
};

function drawList(feel: () => void): void {
  const { packed } = routines;
  void import("./exercise-list").then(({ listToday }) => {
    const choices = {
      isOut: (item: number) => leftOut(packed).indexOf(item) >= 0,
      toggle: (item: number) => toggleToday(packed, item),
      feel,
    };
    const list = (): void => listToday(rebuildRoutine(packed).items, choices);
    safely(null, list, 0);
  });
}

function showHome(stage: Stage): void {
  const { notice, feeling } = stage;
  const last = loadLast();
  drawHome(rebuildRoutine(forToday(routines.packed)), {
    last,
    count: countOf(last, Date.now() / 1000),
    felt: !!feeling,
    notice,
  });
}

/** Lets the week's ring grow to a part of a turn while the summary is open. */
function grow(from: number, to: number): void {
  if (board.view !== "summary") return;
  board.ring(from);
  const next = Math.min(to, from + GROWTH);
  if (from < to) setTimeout(() => safely(null, () => grow(next, to), 0), FRAME);
}

function showSummary(record: SessionRecord, isNew: boolean): void {
  const goal = routines.packed[8];
  const count = countOf(loadLast(), record.start);
  drawSummary(record, count, goal);
  if (isNew) grow(reached(count - 1, goal), reached(count, goal));
}

function drawDialog(stage: Stage): void {
  const { view } = board;
  const session = runner.session || stage.offered;
  void import("./dialogs").then((dialogs) => {
    // Something else may have come up while this was loading.
    const draw = (): void => dialogs.drawDialog(session, stage.error);
    if (board.view === view) safely(null, draw, 0);
  });
}

/** Draws the open view as things are now. `feel` opens the page of cues. */
export function draw(stage: Stage, feel: () => void): void {
  const { view } = board;
  const { session } = runner;
  const isNew = board.isNews("labels", 0);
  const labels = LABELS[view];
  if (isNew && labels) {
    labels.split(" ").forEach((id) => board.text(id + "-label", words(id)));
  }
  if (view === "work") drawWork(session!);
  else if (view === "rest") drawRest(session!);
  else if (view === "summary") showSummary(stage.record!, isNew);
  else if (view === "index") showHome(stage);
  else if (view === "feel") stage.feeling!.draw();
  else if (view !== "today") drawDialog(stage);
  else if (isNew) drawList(feel);
}
