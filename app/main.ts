import { display } from "display";
import document from "document";
import { ROUTINE_FILE } from "../common/wire/link-files";
import { SessionRecord, sessionId } from "../common/record";
import { STRONG } from "../common/watch-tables";
import { rebuildRoutine } from "../common/wire/packed-routine";
import { remove } from "./storage/files";
import * as haptics from "./platform/haptics";
import { loadLast } from "./storage/last-session";
import { listen } from "./platform/link";
import { safely } from "./platform/failures";
import * as routines from "./storage/routines";
import {
  StoredPlan,
  hasPlan,
  journal,
  planOf,
  storePlan,
} from "./storage/journal-file";
import { forToday } from "./storage/exclusions";
import { steadyTime } from "./platform/exercise-log";
import * as keeper from "./storage/outbox";
import * as runner from "./session-runner";
import * as board from "./ui/view";
import { Command } from "./session/commands";
import { isWork } from "./session/cursor";
import { stepLeft } from "./session/player";
import {
  Measured,
  Ports,
  Session,
  command,
  recordOf,
  startSession,
} from "./session/session";
import { draw } from "./ui/screen";
import { NOTHING, wanted } from "./ui/screen-state";

// Builds the parts of the watch app and owns its life.

/** Back within this many ms of a set's start means the set before. */
const JUST_STARTED = 3000;

/** What can be tapped in each view; a tap does what its id says. */
const TAPS: { readonly [view: string]: string } = {
  index: "start today",
  feel: "done",
  work: "pause skip back",
  rest: "pause skip back more-rest",
  paused: "resume skip back end",
  confirm: "keep-going confirm-end",
  resume: "resume-session save-session discard-session",
  summary: "done",
  error: "done",
};

const stage = NOTHING;

const ports: Ports = {
  steady: steadyTime,
  append: (bytes, place) => {
    try {
      journal(bytes, place);
      return true;
    } catch {
      stage.notice = "notice-full";
      return false;
    }
  },
};

// What is shown.

/** Listens to taps and swipes in the open view. */
function hear(): void {
  const taps = TAPS[board.view];
  if (taps) board.listen(taps.split(" "), (id) => safely(null, act, id));
  document.addEventListener("beforeunload", (event) =>
    safely(null, swipeBack, event),
  );
}

function show(): void {
  const view = wanted(stage);
  if (view !== board.view) {
    board.open(view);
    hear();
  }
  draw(stage, feel);
}

/** Brings the screen up to date. A dark display is left alone. */
function changed(): void {
  if (runner.lit) safely(null, show, undefined);
}

// What the runner does.

/** Plays the cues, each with its meaning; never in a session. */
function feel(): void {
  if (runner.session) return;
  void import("./ui/cue-demo").then(({ feelCues }) => {
    if (stage.feeling) stage.feeling.stop();
    stage.page = "feel";
    stage.feeling = feelCues((cue) => {
      if (cue) haptics.play([cue], !!(routines.packed[6] & STRONG), 0);
      else stage.page = "";
      changed();
    });
  });
}

function start(): void {
  if (runner.session) return;
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  const plan: StoredPlan = [
    sessionId(seconds, Math.random()),
    seconds,
    -now.getTimezoneOffset(),
    forToday(routines.packed),
  ];
  stage.notice = storePlan(plan) ? "" : "notice-full";
  // The files are this session's now: a late acknowledgement of the one
  // before must not take them.
  keeper.moveOn();
  const session = planOf(plan, rebuildRoutine(plan[3]));
  runner.begin(startSession(session, ports, now.getTime()));
}

function back(): void {
  const { session } = runner;
  if (!session) return;
  // A late timer may not have shown yet where the session is.
  runner.wake(false);
  const { player } = session;
  const passed = player.stepLength - stepLeft(player, session.now);
  const early = player.step.rep === 0 && passed < JUST_STARTED;
  const again = isWork(player.step.phase) && !early;
  runner.command(again ? "restart" : "previous");
}

/** What becomes of the session that the watch did not finish. */
function decide(id: string): void {
  const session = stage.offered;
  if (!session) return;
  if (id === "save-session") {
    command(session, "end", Date.now());
    finished(session, {});
  } else if (id === "discard-session") keeper.forget();
  stage.offered = undefined;
  if (id === "resume-session") {
    runner.begin(session);
    runner.command("restart");
    runner.command("resume");
  }
}

/** Leaves the summary, the list, the cues or an error. */
function leave(): void {
  if (stage.feeling) stage.feeling.stop();
  stage.page = stage.error = "";
  stage.record = undefined;
  keeper.settle();
}

function act(id: string): void {
  if (id === "start") return start();
  if (id === "back") return back();
  if (id === "confirm-end") return runner.command("end");
  if (id === "end") stage.askedAt = runner.session ? runner.session.now : -1;
  else if (id === "keep-going") stage.askedAt = -1;
  else if (id === "done") leave();
  // Before the first session, the cues come before the list.
  else if (id === "today") {
    if (!loadLast() && !stage.feeling) return feel();
    stage.page = "today";
  } else if (/-session$/.test(id)) decide(id);
  else return runner.command(id as Command);
  changed();
}

/** At home, and before a decision, the app may be left; else it stays. */
function swipeBack(event: Event): void {
  // What is open may be out of date while the display is dark.
  const view = wanted(stage);
  if (view === "index" || view === "resume") return;
  event.preventDefault();
  act(view === "confirm" ? "keep-going" : runner.session ? "end" : "done");
}

// What session and phone tell.

function keep(record: SessionRecord): void {
  if (!keeper.keep(record)) stage.notice = "notice-full";
}

function finished(session: Session, measured: Measured): void {
  stage.askedAt = -1;
  if (session.player.begun) {
    stage.record = recordOf(session, measured, session === stage.offered);
    keep(stage.record);
  } else keeper.forget();
}

function damaged(): void {
  stage.notice = "notice-damaged";
}

function routine(packed: unknown): void {
  void import("./storage/routine-check").then(({ checkRoutine }) => {
    const checked = checkRoutine(packed);
    // Beyond version and revision: the same content is no news.
    const held = String(routines.packed.slice(2));
    const news = checked && String(checked.slice(2)) !== held;
    if (!checked) stage.notice = "notice-refused";
    else if (!routines.take(checked)) stage.notice = "notice-full";
    else {
      const busy = runner.session || stage.offered;
      stage.notice = busy && news ? "notice-new" : "";
    }
    remove(ROUTINE_FILE);
    keeper.sendMore(routines.packed[1], true);
    changed();
  });
}

function connected(): void {
  keeper.sendAgain(routines.packed[1]);
}

function settled(): void {
  keeper.sendMore(routines.packed[1], false);
  changed();
}

// The app's life.

function join(): void {
  display.addEventListener("change", () =>
    safely(null, runner.light, undefined),
  );
  listen({
    routine,
    acknowledged: keeper.acknowledged,
    feel,
    connected,
    settled,
    damaged,
  });
  if (keeper.tidy()) damaged();
  connected();
}

function ready(): void {
  // What joins may open another view, which listens for itself.
  safely(null, hear, undefined);
  safely(null, join, undefined);
  changed();
}

function recover(): void {
  import("./storage/recovery")
    .then((recovery) => {
      const { offered, finished, damaged: spoilt } = recovery.recover(ports);
      stage.offered = offered;
      if (finished) keep(finished);
      if (spoilt) damaged();
    })
    .catch((error) => (stage.error = String(error)))
    .then(ready);
}

/** Starts everything. A session that was cut off comes before all else. */
export function launch(): void {
  runner.tell({ changed, finished, shed: board.forget });
  try {
    if (routines.load()) damaged();
  } catch (error) {
    stage.error = String(error);
  }
  if (hasPlan()) recover();
  else ready();
}
