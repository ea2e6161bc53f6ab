import { isLit, keepLit, lightUp } from "./platform/display";
import { measure, workout } from "./platform/exercise-log";
import * as failures from "./platform/failures";
import { attempt } from "./platform/failures";
import * as haptics from "./platform/haptics";
import { stayOpen } from "./platform/lifetime";
import { pair } from "./session/clock";
import { Command } from "./session/commands";
import { Status } from "./session/player";
import * as engine from "./session/session";
import { Measured, Session } from "./session/session";

// Keeps wrist, timer, display and log entry in step with the one session.

/** What the session runner tells the app. */
export interface Listener {
  /** Something may look different now. */
  changed(): void;
  /** The session is over, and what the watch measured meanwhile. */
  finished(session: Session, measured: Measured): void;
}

let listener: Listener;
let timer: number | undefined;
let session: Session | undefined;

/** The session that runs or is paused; undefined between sessions. */
export function currentSession(): Session | undefined {
  return session;
}

function note(): void {
  if (session) engine.noteFault(session);
}

/** Names who is told from now on. */
export function listen(told: Listener): void {
  listener = told;
  failures.listen(note);
}

/** The one timer has fired. */
function due(): void {
  attempt(null, wake, true);
}

/** Sets the one timer for the next wake-up. */
function setTimer(current: Session): void {
  const delay = engine.arm(current, isLit());
  clearTimeout(timer as number);
  timer = delay < 0 ? undefined : setTimeout(due, delay);
}

/** A session keeps the app open, and the display on where that is wanted. */
function claim(current: Session | undefined): void {
  stayOpen(!!current);
  keepLit(!!current && current.plan.routine.preferences.keepScreenOn);
}

/** The session is over: what was done for it is undone. */
function finish(over: Session): void {
  const measured = measure();
  session = undefined;
  workout("stop");
  attempt(null, claim, undefined);
  listener.finished(over, measured);
}

/**
 * Brings timer, wrist and display to where the session has come from the status
 * `before`. The timer is set first: the next cue comes whatever fails after it.
 */
function follow(current: Session, before: Status): void {
  const { player, plan, now } = current;
  const { status, cues } = player;
  player.cues = [];
  setTimer(current);
  if (status !== before) {
    if (status === "paused") {
      haptics.stop();
      workout("pause");
    } else if (before === "paused") {
      workout("resume");
      pair(current);
    }
  }
  haptics.play(
    cues,
    plan.routine.preferences.strength === "strong",
    now - player.cuesAt,
  );
  if (cues.indexOf("next") >= 0 || cues.indexOf("finish") >= 0) lightUp();
  if (status === "finished") attempt(null, finish, current);
  listener.changed();
}

/** Takes on a session that has just started or is about to go on. */
export function begin(next: Session): void {
  // Late timers may have left pulses of the session before.
  haptics.stop();
  session = next;
  attempt(null, claim, next);
  workout("start");
  pair(next);
  follow(next, next.player.status);
}

/** Goes on to now. `fired` tells that the session's own timer woke it. */
export function wake(fired: boolean): void {
  if (!session) return;
  const { status } = session.player;
  if (fired) timer = undefined;
  engine.wake(session, Date.now(), fired);
  follow(session, status);
}

/** Does what was asked; a refusal changes nothing. */
export function command(what: Command): void {
  if (!session) return;
  const { status } = session.player;
  engine.command(session, what, Date.now());
  follow(session, status);
}

/** The display went on or off: the next wake-up may be another. */
export function displayChanged(): void {
  if (session) wake(false);
  else listener.changed();
}
