import { STRONG } from "../common/wire/packed-routine";
import * as haptics from "./platform/haptics";
import { refresh, state } from "./screen-state";
import { decideOffered } from "./session-end";
import * as sessionRunner from "./session-runner";
import { start } from "./session-start";
import { Command, backCommand } from "./session/commands";
import { readLastSession } from "./storage/last-session";
import * as outbox from "./storage/outbox";
import { routineInUse } from "./storage/routines";
import { viewFor } from "./ui/view-choice";

// What a tap and a swipe do.

/** Plays all cues, each with its meaning on the screen; never in a session. */
export function startDemo(): void {
  if (sessionRunner.currentSession()) return;
  void import("./ui/cue-demo").then(({ startCueDemo }) => {
    if (state.demo) state.demo.stop();
    state.page = "cue-demo";
    state.demo = startCueDemo((cue) => {
      if (cue) haptics.play([cue], !!(routineInUse()[6] & STRONG), 0);
      else state.page = "";
      refresh();
    });
  });
}

function back(): void {
  const session = sessionRunner.currentSession();
  if (!session) return;
  // A late timer may not have shown yet where the session is.
  sessionRunner.wake(false);
  sessionRunner.command(backCommand(session.player, session.now));
}

/** Asks whether to end the session. */
function askToEnd(): void {
  const session = sessionRunner.currentSession();
  state.askedAt = session ? session.now : -1;
}

/** Leaves the summary, the list, the cue demo or an error. */
function leave(): void {
  if (state.demo) state.demo.stop();
  state.page = state.error = "";
  state.record = undefined;
  outbox.dropStoredJournal();
}

/** Does what the id of a tapped element says: a command, or one of the app's own. */
export function act(id: string): void {
  if (id === "start") return start();
  if (id === "back") return back();
  if (id === "cue-demo") return startDemo();
  if (id === "confirm-end") return sessionRunner.command("end");
  if (id === "end") askToEnd();
  else if (id === "keep-going") state.askedAt = -1;
  else if (id === "done") leave();
  // Before the first session, the cue demo comes before the list.
  else if (id === "today") {
    if (!readLastSession() && !state.demo) return startDemo();
    state.page = "today";
  } else if (/-session$/.test(id)) decideOffered(id);
  else return sessionRunner.command(id as Command);
  refresh();
}

/** At home, and before a decision, a swipe leaves the app; else the app stays. */
export function swipeBack(event: Event): void {
  const session = sessionRunner.currentSession();
  // What is open may be out of date while the display is dark.
  const view = viewFor(state, session);
  if (view === "index" || view === "resume") return;
  event.preventDefault();
  act(view === "confirm" ? "keep-going" : session ? "end" : "done");
}
