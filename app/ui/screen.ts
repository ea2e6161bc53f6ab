import { goalOf, rebuildRoutine } from "../../common/wire/packed-routine";
import { attempt } from "../platform/failures";
import { Session } from "../session/session";
import { excludedToday, forToday, toggleToday } from "../storage/exclusions";
import { readLastSession, weekCount } from "../storage/last-session";
import { routineInUse } from "../storage/routines";
import { drawHome } from "./home";
import { drawRest } from "./rest";
import { drawSummary } from "./summary";
import * as view from "./view";
import { ScreenState, viewFor } from "./view-choice";
import { words } from "./words";
import { drawWork } from "./work";

// Opens the view that is meant, listens to it, and draws it.

/**
 * Ids of what can be tapped in each view. An asterisk stands behind one that has
 * a label of its own, whose message has the id as its key.
 */
const BUTTONS: { readonly [view: string]: string } = {
  index: "start* today",
  "cue-demo": "done*",
  work: "pause skip back",
  rest: "pause skip back more-rest*",
  paused: "resume* skip* back* end*",
  confirm: "keep-going* confirm-end*",
  resume: "resume-session* save-session* discard-session*",
  summary: "done*",
  error: "done*",
};

/** Does what the id of a tapped element says. */
let tapped: (id: string) => void;
let swiped: (event: Event) => void;

/** Names who is told of taps and of swipes back from now on. */
export function listen(
  tap: (id: string) => void,
  swipe: (event: Event) => void,
): void {
  tapped = tap;
  swiped = swipe;
}

/** Listens to the open view, for as long as it is open. */
export function listenToView(): void {
  const buttons = BUTTONS[view.currentView()];
  if (buttons) {
    view.onTap(buttons.replace(/\*/g, "").split(" "), tapped);
  }
  view.onSwipeBack(swiped);
}

function drawLabels(buttons: string): void {
  buttons.split(" ").forEach((button) => {
    const id = button.replace("*", "");
    if (id !== button) view.text(id + "-label", words(id));
  });
}

function drawList(): void {
  const packed = routineInUse();
  void import("./exercise-list").then(({ drawExercises }) => {
    const choices = {
      isOut: (item: number) => excludedToday(packed).indexOf(item) >= 0,
      toggle: (item: number) => toggleToday(packed, item),
      demo: () => tapped("cue-demo"),
    };
    const draw = (): void =>
      drawExercises(rebuildRoutine(packed).items, choices);
    attempt(null, draw, 0);
  });
}

function drawToday({ notice, demo }: ScreenState): void {
  const last = readLastSession();
  drawHome(rebuildRoutine(forToday(routineInUse())), {
    last,
    count: weekCount(last, Date.now() / 1000),
    felt: !!demo,
    notice,
  });
}

function drawDialog(
  name: string,
  { offered, error }: ScreenState,
  session: Session | undefined,
): void {
  void import("./dialogs").then((dialogs) => {
    const draw = (): void =>
      dialogs.drawDialog(name, session || offered, error);
    // Something else may have come up while this was loading.
    if (view.currentView() === name) attempt(null, draw, 0);
  });
}

function draw(
  name: string,
  state: ScreenState,
  session: Session | undefined,
): void {
  const { record } = state;
  const opened = view.hasChanged("labels", 0);
  if (opened) drawLabels(BUTTONS[name] || "");
  if (name === "work") drawWork(session!);
  else if (name === "rest") drawRest(session!);
  else if (name === "summary") {
    const { start } = record!;
    const count = weekCount(readLastSession(), start);
    drawSummary(record!, count, goalOf(routineInUse()), opened);
  } else if (name === "index") drawToday(state);
  else if (name === "cue-demo") state.demo!.draw();
  else if (name !== "today") drawDialog(name, state, session);
  else if (opened) drawList();
}

/** Brings the screen up to date with the state and the session, if one runs. */
export function update(state: ScreenState, session: Session | undefined): void {
  const name = viewFor(state, session);
  if (name !== view.currentView()) {
    view.open(name);
    listenToView();
  }
  draw(name, state, session);
}
