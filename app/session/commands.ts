import {
  addHold,
  advance,
  begin,
  catchUp,
  enter,
  finish,
  say,
} from "./advance";
import { sidesOf } from "../../common/wire/flat-routine";
import { isFirstSet, leaveSet, previousSet } from "./cursor";
import {
  Cue,
  Kind,
  Phase,
  S,
  Session,
  SetMark,
  Status,
  stepLeft,
} from "./session";

/** Within this many ms of a set's start, "back" means the set before. */
const JUST_STARTED = 3000;

/** Ms that "more rest" adds. */
const MORE_REST = 15000;

/** True when a command can be done as things stand. */
function isPossible(session: Session, command: Kind): boolean {
  const status = session[S.Status];
  return (
    status !== Status.Finished &&
    (status === Status.Idle) === (command === Kind.Start) &&
    !(status === Status.Paused && command === Kind.Pause) &&
    !(status === Status.Running && command === Kind.Resume) &&
    !(session[S.Phase] >= Phase.Lift && command === Kind.MoreRest) &&
    !(command === Kind.Previous && isFirstSet(session))
  );
}

/** Moves the session to where a command that changes the step leads. */
function move(session: Session, command: Kind): void {
  const works = session[S.Phase] >= Phase.Lift;
  if (command === Kind.Skip) {
    if (works) {
      const sides = sidesOf(session[S.Routine], session[S.Row]);
      const sets = session[S.Set] * sides + session[S.Side];
      session[S.Done][session[S.Place] - sets]! |= SetMark.Skipped;
    }
    return leaveSet(session);
  }
  if (command === Kind.Previous) previousSet(session);
  // Back at the beginning of a set there is time to get ready again.
  if (session[S.Phase] >= Phase.Lift) {
    session[S.Rep] = 0;
    session[S.Phase] = Phase.Ready;
  }
}

/**
 * Does a command at `now`; false, and nothing but time has changed, when it
 * cannot be done as things stand. Its cues are in `S.Cues`.
 */
export function apply(session: Session, command: Kind, now: number): boolean {
  advance(session, now);
  if (!isPossible(session, command)) return false;
  if (command === Kind.MoreRest) {
    session[S.Length] += MORE_REST;
    return true;
  }
  const paused = session[S.Status] === Status.Paused;
  const away = paused ? now - session[S.Stopped] : 0;
  const stays = command === Kind.Pause || command === Kind.Resume;
  session[S.PausedMs] += away;
  // A hold that is left while paused counts up to the pause.
  if (!stays) addHold(session, now - away);
  if (command === Kind.End) {
    finish(session, now, 0);
    return true;
  }
  session[S.Cues] = 0;
  session[S.CuesAt] = session[S.Stopped] = now;
  if (stays) {
    const pauses = command === Kind.Pause;
    say(session, pauses ? Cue.Pause : Cue.Resume, now);
    session[S.Status] = pauses ? Status.Paused : Status.Running;
    session[S.Began] += away;
    if (session[S.Fresh]) {
      session[S.Fresh] = 0;
      begin(session);
    }
  } else {
    if (command === Kind.Start) session[S.Status] = Status.Running;
    else move(session, command);
    session[S.News] = 1;
    enter(session, now);
  }
  catchUp(session, now);
  return true;
}

/**
 * What "back" asks for: the set again, or the one before it from a wait and from
 * the first seconds of a set.
 */
export function backCommand(session: Session): Kind {
  const passed = session[S.Length] - stepLeft(session);
  const early = !session[S.Rep] && passed < JUST_STARTED;
  return session[S.Phase] >= Phase.Lift && !early
    ? Kind.Restart
    : Kind.Previous;
}
