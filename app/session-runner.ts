import { Flag } from "../common/watch-tables";
import { sessionId } from "../common/record";
import { CoachFile } from "../common/wire/coach-files";
import { FlatRoutine, R } from "../common/wire/flat-routine";
import { LinkFile } from "../common/wire/link-files";
import { load } from "./platform/chunks";
import { measure, steadyTime, workout } from "./platform/exercise-log";
import { attempt, failed, listen } from "./platform/failures";
import * as haptics from "./platform/haptics";
import { HAPTICS, layPulses } from "./platform/pulses";
import { claim } from "./platform/lifetime";
import { refresh } from "./screen";
import { pair } from "./session/clock";
import { backCommand } from "./session/commands";
import { noteFault } from "./session/journal";
import * as run from "./session/run";
import {
  A,
  Cue,
  Kind,
  Plan,
  S,
  Session,
  Status,
  newSession,
  noAnswers,
} from "./session/session";
import { ports } from "./ports";
import { keepSession, sessionOver } from "./session-end";
import { Runner, state } from "./state";
import { drawSummary } from "./ui/summary";
import { drawSecond, drawSession } from "./ui/under-way";
import { exists } from "./storage/files";
import { storePlan } from "./storage/journal-file";
import { readLastSession } from "./storage/last-session";
import { dropSession, keepJournal } from "./storage/outbox";

// Keeps wrist, timer, display and log entry in step with the one session. Loaded
// with the first session.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/** What a tapped element asks of a session, by its number as a `Kind`. */
const COMMANDS = "   pause resume skip    more-rest confirm-end";

/**
 * Entries of a routine whose record has no room beside this part: more than 20 items.
 * Nor has what the phone sent meanwhile.
 */
const LONG = 170;

let timer: number | undefined;

function note(): void {
  if (state.session) noteFault(state.session, ports.append);
}

/** Ms of a pause until it is told again, from then on, and how long it is told. */
const REMINDED = 30000;
const REMINDED_EVERY = 60000;
const REMINDED_UNTIL = 329000;

/** Ms until a pause is told again, or -1 for never. */
function untilReminded(session: Session): number {
  const paused = session[S.Now] - session[S.Stopped];
  if (
    session[S.Status] !== Status.Paused ||
    paused > REMINDED_UNTIL ||
    session[S.Routine][R.Flags]! & Flag.QuietPause
  ) {
    return -1;
  }
  // A timer that fired a little early told it already.
  return REMINDED_EVERY - ((paused + 1000 + REMINDED) % REMINDED_EVERY) + 1000;
}

/** The one timer has fired. */
function due(): void {
  const { session, lit } = state;
  if (!session) return;
  try {
    if (session[S.Status] === Status.Paused)
      haptics.play(layPulses, Cue.Pause, false, 0);
    // A question that nobody answers lapses on its own.
    const asked = state.askedAt >= 0;
    if (lit && !asked && run.isSecond(session, Date.now())) {
      setTimer(session);
      drawSecond(session);
    } else wake(true);
  } catch (error) {
    failed(error);
  }
}

/**
 * Sets the one timer for the next wake-up.
 * @hot
 */
function setTimer(session: Session): void {
  let delay = run.arm(session, state.lit);
  if (delay < 0) delay = untilReminded(session);
  timer = delay < 0 ? undefined : setTimeout(due, delay);
}

/** The session is over: what was done for it is undone, and it is stored. */
function finish(session: Session): void {
  const measured = measure(session[S.Cut]);
  state.session = undefined;
  workout("stop");
  attempt(null, claim, undefined);
  if (
    session[S.Routine].length > LONG ||
    exists(LinkFile.Routine) ||
    exists(CoachFile.Coach)
  ) {
    load(import("./let-go"), (part) => part.endApart(session, measured));
  } else sessionOver(session, measured, false);
}

/**
 * Brings timer, wrist and display to where the session has come from the status
 * `before`. The timer is set first: the next cue comes whatever fails after it.
 * @hot
 */
function follow(session: Session, before: Status): void {
  const cues = session[S.Cues];
  const status = session[S.Status];
  session[S.Cues] = 0;
  if (timer !== undefined) clearTimeout(timer);
  setTimer(session);
  if (status !== before) {
    if (status === Status.Paused) workout("pause");
    else if (before === Status.Paused) {
      workout("resume");
      pair(session, steadyTime);
    }
  }
  if (cues) {
    const strong = !!(session[S.Routine][R.Flags]! & Flag.Strong);
    haptics.play(layPulses, cues, strong, session[S.Now] - session[S.CuesAt]);
  }
  if (status === Status.Finished) attempt(null, finish, session);
  else refresh();
}

/** Takes on a session that has just started or is about to go on. */
function begin(session: Session): void {
  state.session = session;
  listen(note);
  attempt(null, claim, session);
  workout("start");
  pair(session, steadyTime);
  follow(session, session[S.Status]);
}

/** Goes on to now. `fired` tells that the session's own timer woke it. */
function wake(fired: boolean): void {
  const { session } = state;
  if (!session) return;
  const status = session[S.Status];
  if (fired) timer = undefined;
  run.wake(session, Date.now(), fired, ports);
  follow(session, status);
}

/** Does what was asked; what cannot be done changes nothing. */
function command(kind: Kind): void {
  const { session } = state;
  if (!session) return;
  const status = session[S.Status];
  run.command(session, kind, Date.now(), ports);
  follow(session, status);
}

/**
 * Starts a session of these items, unless one runs already. The side that comes
 * first is the other one of the session before.
 */
function start(routine: FlatRoutine, answers = noAnswers()): void {
  if (state.session) return;
  const last = readLastSession();
  answers[A.FirstSide] = last && last[4] === 0 ? 1 : 0;
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  const id = sessionId(seconds, Math.random());
  const plan: Plan = [id, seconds, -now.getTimezoneOffset(), routine, answers];
  state.notice = storePlan(plan) ? "" : "notice-full";
  // A late acknowledgement of the session before must not take this one's files.
  keepJournal("");
  const session = newSession(plan, now.getTime());
  run.command(session, Kind.Start, now.getTime(), ports);
  begin(session);
}

/** Does what the runner decided about the session that was cut off. */
function decide(id: string): void {
  const session = state.offered;
  if (!session) return;
  state.offered = undefined;
  if (id === "resume-session") {
    session[S.Cut] = 1;
    begin(session);
    command(Kind.Restart);
    command(Kind.Resume);
  } else if (id === "save-session") {
    run.command(session, Kind.End, Date.now(), ports);
    sessionOver(session, measure(1), true);
  } else {
    dropSession();
    refresh();
  }
}

/** Does what the id of a tapped element asks of the session. */
function tapped(id: string): void {
  const kind: Kind = COMMANDS.split(" ").indexOf(id);
  if (id === "back") {
    // A late timer may not have shown yet where the session is, or that it is over.
    if (state.session) wake(false);
    if (state.session) command(backCommand(state.session));
  } else if (kind > 0) command(kind);
  else decide(id);
}

function release(): void {
  listen(undefined);
  part = undefined;
}

/** All of this part that others use; undefined once it was let go of. */
export let part: Runner | undefined = {
  start,
  tapped,
  wake,
  drawSession,
  drawSummary,
  keepSession,
  layPulses,
  HAPTICS,
  release,
};
