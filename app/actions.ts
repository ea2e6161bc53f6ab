import { CoachFile } from "../common/wire/coach-files";
import { FlatRoutine } from "../common/wire/flat-routine";
import { LinkFile } from "../common/wire/link-files";
import { load } from "./platform/chunks";
import { attempt } from "./platform/failures";
import * as haptics from "./platform/haptics";
import { withRunner } from "./runners";
import { isLocked, missing, refresh, routineToday, viewWanted } from "./screen";
import { Answers, S } from "./session/session";
import { state } from "./state";
import { isCoached } from "./storage/coached";
import { exists } from "./storage/files";
import { SessionFile } from "./storage/journal-file";
import { readLastSession } from "./storage/last-session";
import * as outbox from "./storage/outbox";
import { pressedFor } from "./ui/buttons";
import { openAhead } from "./ui/view";

// What a tap and a swipe do.

/** Ms; a shorter press is no command where only a long one is meant. */
const PRESS = 1000;

function startSession(routine: FlatRoutine, answers?: Answers): void {
  // Late timers may have left pulses of the session before.
  haptics.stop();
  if (!state.runner) attempt(null, openAhead, "rest");
  withRunner((runner) => runner.start(routine, answers));
}

/** Plays all cues, each with its meaning on the screen; never in a session. */
export function startDemo(): void {
  if (state.session) return;
  withRunner((runner) =>
    load(import("./cue-demo"), (demo) => demo.start(runner)),
  );
}

/** A routine was taken since the launch. */
let taken = false;

/**
 * Takes the routine that the phone sent. `waited` tells that it came while a
 * session ran. A long one and what took it have no room beside a session, so that is
 * let go of; what takes the next, which is a copy, stays.
 */
export function receiveRoutine(waited: boolean): void {
  const first = !taken;
  taken = true;
  load(
    first ? import("./routine-receiver") : import("./routine-receiver-2"),
    ({ part }) => {
      part!.receive(waited);
      if (first) part!.release();
    },
  );
}

/** Leaves the summary, the list, the cue demo or an error. */
function leave(): void {
  if (state.demo) state.demo.stop();
  state.demo = undefined;
  state.page = state.error = "";
  state.summary = undefined;
  outbox.dropStoredJournal();
  if (exists(LinkFile.Routine) || exists(CoachFile.Coach)) receiveRoutine(true);
}

/** Does what the id of a tapped element says: a command, or one of the app's own. */
export function act(id: string): void {
  const { session } = state;
  // A swipe, which asks whether to end, is never by chance.
  if (id !== "end" && isLocked() && pressedFor() < PRESS) return;
  if (id === "start") {
    // A session on file that could not be looked after would be lost: the next
    // launch does it.
    if (state.short && exists(SessionFile.Plan)) return missing();
    if (isCoached()) {
      return load(import("./coach"), (coach) => coach.askBefore(startSession));
    }
    return startSession(routineToday());
  }
  if (id === "cue-demo") return startDemo();
  if (id === "end") state.askedAt = session ? session[S.Now] : -1;
  else if (id === "keep-going") state.askedAt = -1;
  else if (id === "done") leave();
  else if (id === "line") state.line!.tapped();
  // Before the first session, the cue demo comes before the list.
  else if (id === "today") {
    if (!readLastSession() && !state.felt) return startDemo();
    state.page = "today";
  } else if (state.runner) return state.runner.tapped(id);
  refresh();
}

/** At home, and before a decision, a swipe leaves the app; else the app stays. */
export function swipeBack(event: Event): void {
  // What is open may be out of date while the display is dark.
  const view = viewWanted();
  if (view === "index" || view === "resume") return;
  event.preventDefault();
  if (state.asking) state.asking.leave();
  else act(view === "confirm" ? "keep-going" : state.session ? "end" : "done");
}
