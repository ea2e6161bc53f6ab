import { safely } from "./device/log";
import * as routines from "./device/routines";
import * as runner from "./runner";
import * as board from "./screens/board";
import { drawRest, drawWork } from "./screens/live";
import { drawHome, drawSummary } from "./screens/quiet";
import { words } from "./screens/text";
import { Stage } from "./stage";

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
  void import("./screens/today").then(({ listToday }) =>
    safely(null, () => listToday(routines.packed, feel), 0),
  );
}

function drawDialog(stage: Stage): void {
  const { view } = board;
  const session = runner.session || stage.offered;
  void import("./screens/dialogs").then((dialogs) => {
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
  else if (view === "summary") drawSummary(stage.record!, routines.packed);
  else if (view === "index") drawHome(routines.packed, stage);
  else if (view === "feel") stage.feeling!.draw();
  else if (view !== "today") drawDialog(stage);
  else if (isNew) drawList(feel);
}
