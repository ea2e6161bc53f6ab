import { Flag } from "../common/watch-tables";
import { FlatRoutine, R } from "../common/wire/flat-routine";
import { load } from "./platform/chunks";
import { attempt } from "./platform/failures";
import { Phase, S, Status } from "./session/session";
import { Runner, state } from "./state";
import { exclusionsToday, includedOnly } from "./storage/exclusions";
import { shutHere } from "./storage/gates";
import { readLastSession, weekAt, weekCount } from "./storage/last-session";
import { hold } from "./storage/outbox";
import { routineInUse } from "./storage/routines";
import { prepareView, tap } from "./ui/buttons";
import { drawHome } from "./ui/home";
import * as view from "./ui/view";
import { words } from "./ui/words";

// Which view is open, and who draws it.

/** Ms after which a question whether to end that nobody answers lapses. */
const PATIENCE = 10000;

/**
 * The routine without what is shut, and what the runner leaves out today. Where
 * that would leave none, as after a change on the phone, none is left out today.
 */
export function routineToday(): FlatRoutine {
  const routine = routineInUse();
  const shut = shutHere();
  const today = includedOnly(routine, exclusionsToday()[1], shut);
  return today.length > R.Items ? today : includedOnly(routine, [], shut);
}

/**
 * The name of the view that should be open.
 * @often
 */
export function viewWanted(): string {
  const { session, askedAt } = state;
  if (state.error) return "error";
  if (state.asking) return state.asking.viewName();
  if (state.summary) return "summary";
  if (state.offered) return "resume";
  if (!session) return state.page || "index";
  const paused = session[S.Status] === Status.Paused;
  // A pause gives the question all the time that the pause lasts.
  const time = paused ? session[S.Stopped] : session[S.Now];
  if (askedAt >= 0 && time - askedAt < PATIENCE) return "confirm";
  // It has lapsed: from now on a second is a second again.
  state.askedAt = -1;
  if (paused) return "paused";
  return session[S.Phase] >= Phase.Lift ? "work" : "rest";
}

/** True where only a long press is meant: in a session whose runner wants it so. */
export function isLocked(): boolean {
  const { session } = state;
  const name = view.currentView();
  return (
    !!session &&
    !!(session[S.Routine][R.Flags]! & Flag.TouchLock) &&
    (name === "work" || name === "rest")
  );
}

function drawToday(): void {
  const last = readLastSession();
  drawHome(routineToday(), {
    last,
    count: weekCount(last, weekAt(Date.now() / 1000)),
    felt: state.felt,
    line: state.line ? state.line.text() : "",
    notice: state.notice,
  });
}

/** Draws a view whose code is loaded for it. */
function drawLoaded(name: string, opened: boolean): void {
  const routine = routineInUse();
  if (name === "today") {
    if (!opened) return;
    load(import("./ui/exercise-list"), (list) =>
      list.drawExercises(routine, () => tap("cue-demo")),
    );
  } else if (name === "summary") {
    const over = state.summary!;
    const count = weekCount(readLastSession(), weekAt(over[1]));
    if (!opened) return;
    const show = (by: Pick<Runner, "drawSummary">): void =>
      by.drawSummary(over, count, routine[R.Goal]!);
    // Without the part that runs sessions, by itself.
    if (state.runner) show(state.runner);
    else load(import("./ui/summary"), show);
  } else {
    load(import("./ui/dialogs"), (dialogs) => {
      const session = state.session || state.offered;
      // Something else may have come up while this was loading.
      if (session && view.currentView() === name) {
        dialogs.drawDialog(name, session);
      }
    });
  }
}

function draw(): void {
  const name = viewWanted();
  if (state.asking && name !== "error") return state.asking.draw();
  const opened = name !== view.currentView();
  if (opened) {
    view.open(name);
    prepareView(isLocked());
  }
  if (name === "work" || name === "rest") {
    state.runner!.drawSession(state.session!, opened);
  } else if (name === "index") drawToday();
  else if (name === "cue-demo") state.demo!.draw();
  else if (name === "error") {
    view.text("title", words("error-title"));
    view.text("detail", state.error);
  } else drawLoaded(name, opened);
}

/**
 * Brings the screen up to date. While the display is off, nothing is drawn, but for a
 * view that was opened ahead: a swipe has to be heard there.
 * @often
 */
export function refresh(): void {
  if (state.lit || !view.currentView()) attempt(null, draw, undefined);
}

/** There was no memory for a part of the app: it goes on without, and home says so. */
export function missing(): void {
  state.notice = "notice-memory";
  state.page = "";
  state.short = true;
  hold("");
  // The views of a session may be what is missing: they would ask for it for ever.
  if (!state.session && !state.offered) refresh();
}
