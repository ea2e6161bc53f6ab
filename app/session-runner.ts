import { me } from "appbit";
import { display } from "display";
import { memory } from "system";
import * as haptics from "./platform/haptics";
import { noteFaults, safely } from "./platform/failures";
import { measure, workout } from "./platform/exercise-log";
import { pair } from "./session/clock";
import { Command } from "./session/commands";
import { Status, stepLeft } from "./session/player";
import * as engine from "./session/session";
import { Measured, Session } from "./session/session";

// Keeps wrist, timer, display and log entry in step with the one session.

/** What the runner of a session tells the app. */
export interface Followers {
  /** Something may look different now. */
  changed(): void;
  /** The session is over, and what the watch measured meanwhile. */
  finished(session: Session, measured: Measured): void;
  /** The watch is short of memory: what can be had again is to go. */
  shed(): void;
}

/** Ms from one picture of a moving figure to the next. */
const FRAME = 200;

let followers: Followers;
let timer: number | undefined;
/** The display is on: there is somebody to show seconds to. */
export let lit = display.on;
/** Undefined between sessions. */
export let session: Session | undefined;

function note(): void {
  if (session) engine.noteFault(session);
}

/** Names who is told from now on. */
export function tell(whom: Followers): void {
  followers = whom;
  noteFaults(note);
  memory.monitor.onmemorypressurechange = () => {
    if (memory.monitor.pressure !== "normal")
      safely(whom, whom.shed, undefined);
  };
}

/** The next cue is due, or sooner while seconds are shown. */
function due(): void {
  safely(null, wake, true);
}

/** Sets the one timer: the next cue, or sooner while seconds are shown. */
function arm(current: Session): void {
  const { phase } = current.player.step;
  const left = stepLeft(current.player, current.now);
  // A rep's way up and down has no number that changes, but a figure that moves.
  const moving = phase === "lift" || phase === "lower";
  const step = moving ? FRAME : left % 1000 || 1000;
  const delay = engine.arm(current, lit ? step : Infinity);
  clearTimeout(timer as number);
  timer = delay < 0 ? undefined : setTimeout(due, delay);
}

/** A session keeps the app open, and the display on where that is wanted. */
function claim(current: Session | undefined): void {
  me.appTimeoutEnabled = !current;
  display.autoOff = !(current && current.plan.routine.preferences.keepScreenOn);
}

/** The session is over: what was done for it is undone. */
function finish(over: Session): void {
  const measured = measure();
  session = undefined;
  workout("stop");
  safely(null, claim, undefined);
  followers.finished(over, measured);
}

/**
 * Brings timer, wrist and display to where the session has come. The timer goes
 * first: the next cue comes whatever fails in between.
 */
function follow(current: Session, before: Status): void {
  const { player, plan, now } = current;
  const { status, cues } = player;
  player.cues = [];
  arm(current);
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
  if (cues.indexOf("next") >= 0 || cues.indexOf("finish") >= 0) {
    safely(display, display.poke, undefined);
  }
  if (status === "finished") safely(null, finish, current);
  followers.changed();
}

/** Takes on a session that has just started or is about to go on. */
export function begin(next: Session): void {
  // Late timers may have left pulses of the session before.
  haptics.stop();
  session = next;
  safely(null, claim, next);
  workout("start");
  pair(next);
  follow(next, next.player.status);
}

/** Goes on to now. `fired` tells that the session's own timer woke us. */
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

/** The display went on or off. */
export function light(): void {
  lit = display.on;
  if (session) wake(false);
  else followers.changed();
}
