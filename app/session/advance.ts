import { Flag } from "../../common/watch-tables";
import { I, R } from "../../common/wire/flat-routine";
import { nextStep } from "./cursor";
import { Cue, Phase, S, Session, SetMark, Status, Work } from "./session";

// How a session goes on by itself. Every deadline is absolute: a late call
// catches up, and the next deadline stays where it was.

/** Ms of a hold after which its progress goes into the journal again. */
const HOLD_MARK = 10000;
/** Ms; shortest hold whose middle is told, and whose final seconds are counted. */
const HALFWAY_FROM = 20000;
const ENDING_FROM = 10000;
/** Ms before the end from which each second is counted. */
const COUNTED = 3000;

/**
 * Gives a cue that was due at `at`. Only the newest moment's cues are kept.
 * @often
 */
export function say(session: Session, cue: Cue, at: number): void {
  if (at !== session[S.CuesAt]) session[S.Cues] = 0;
  session[S.CuesAt] = at;
  session[S.Cues] = session[S.Cues] * 16 + cue;
}

/** Counts the hold as far as it went, up to `until`. */
export function addHold(session: Session, until: number): void {
  if (session[S.Phase] !== Phase.Hold || session[S.Fresh]) return;
  const held = until - session[S.Began];
  const most = session[S.Length];
  session[S.Held][session[S.Place]]! += held < most ? held : most;
}

/** The session is over, at its own end or before. */
export function finish(session: Session, at: number, completed: number): void {
  session[S.Status] = Status.Finished;
  session[S.Completed] = completed;
  session[S.Stopped] = at;
}

/**
 * Begins the step that was reached: from here on it counts and is felt.
 * @hot
 */
export function begin(session: Session): void {
  const phase = session[S.Phase];
  const at = session[S.Began];
  if (phase < Phase.Lift) {
    if (phase === Phase.Done) {
      say(session, Cue.Finish, at);
      finish(session, at, 1);
    } else if (phase === Phase.Between) say(session, Cue.Next, at);
    else if (phase === Phase.Switch) say(session, Cue.Switch, at);
    else if (phase === Phase.Rest) say(session, Cue.Rest, at);
    return;
  }
  const reps = session[S.Reps];
  session[S.Begun] = 1;
  if (!session[S.Rep] && phase === (reps ? Phase.Lift : Phase.Hold)) {
    const place = session[S.Place];
    // A set that starts over counts once.
    session[S.Done][place]! &= SetMark.Skipped;
    session[S.Held][place] = 0;
    say(session, Cue.Go, at);
  }
  if (phase === Phase.Hold || !(session[S.Routine][R.Flags]! & Flag.RepPulses))
    return;
  const last = session[S.Rep] + 1 === reps;
  say(
    session,
    phase === Phase.Lower ? Cue.Lower : last ? Cue.Last : Cue.Lift,
    at,
  );
}

/**
 * Gives the step that was reached its time, and begins it; while paused it waits for that.
 * @hot
 */
export function enter(session: Session, at: number): void {
  const phase = session[S.Phase];
  const routine = session[S.Routine];
  const row = session[S.Row];
  session[S.Step]++;
  session[S.Began] = at;
  session[S.Length] =
    phase >= Phase.Lift
      ? routine[row + phase - Work.Phases]! * 500
      : phase === Phase.Done
        ? 0
        : routine[phase === Phase.Rest ? row + I.Rest : phase]! * 1000;
  session[S.HoldMarks] = session[S.Told] = 0;
  if (session[S.Status] === Status.Paused && phase !== Phase.Done) {
    session[S.Fresh] = 1;
  } else begin(session);
}

/**
 * The step has run its time: counts it and moves on.
 * @hot
 */
function leaveInTime(session: Session): void {
  const phase = session[S.Phase];
  const end = session[S.Began] + session[S.Length];
  const place = session[S.Place];
  const done = session[S.Done];
  if (phase === Phase.Hold) addHold(session, end);
  nextStep(session);
  const worked = phase >= Phase.Lift;
  const waits = session[S.Phase] < Phase.Lift;
  if (phase === Phase.Lower) done[place]!++;
  if (worked && waits) done[place]! |= SetMark.Complete;
  if (!worked || waits || phase === Phase.Lower) session[S.News] = 1;
  enter(session, end);
}

/** The middle of a hold, in ms, or -1 when it is not told. */
function middleOf(session: Session): number {
  const length = session[S.Length];
  return length >= HALFWAY_FROM && session[S.Routine][R.Flags]! & Flag.Halfway
    ? length / 2
    : -1;
}

/**
 * The next moment inside the step at which a cue is due: ms into the step, after
 * what has been given and before its end, or -1 for none. No cue is due at the
 * step's own beginning: it would come together with the cue that began it.
 * @hot
 */
function cueAfter(session: Session): number {
  const phase = session[S.Phase];
  const told = session[S.Told];
  const length = session[S.Length];
  if (phase >= Phase.Lift) {
    if (phase !== Phase.Hold || length < ENDING_FROM) return -1;
    const middle = middleOf(session);
    if (told < middle) return middle;
  }
  if (!phase || !(session[S.Routine][R.Flags]! & Flag.FinalSeconds)) return -1;
  const counted = length - COUNTED;
  if (told < counted) return counted;
  const at = told + 1000 - ((told - counted) % 1000);
  return at < length ? at : -1;
}

/**
 * Goes on to `now`, adding to the cues that are there.
 * @hot
 */
export function catchUp(session: Session, now: number): void {
  while (session[S.Status] === Status.Running) {
    const began = session[S.Began];
    const passed = now - began;
    const phase = session[S.Phase];
    const moves = phase === Phase.Lift || phase === Phase.Lower;
    const due = moves ? -1 : cueAfter(session);
    if (due >= 0 && due <= passed) {
      say(
        session,
        phase !== Phase.Hold
          ? Cue.Tick
          : due === middleOf(session)
            ? Cue.Halfway
            : Cue.Ending,
        began + due,
      );
      session[S.Told] = due;
    } else if (session[S.Length] <= passed) {
      leaveInTime(session);
    } else {
      if (phase !== Phase.Hold || passed < HOLD_MARK) return;
      const marks = Math.floor(passed / HOLD_MARK);
      if (marks > session[S.HoldMarks]) {
        session[S.HoldMarks] = marks;
        session[S.News] = 1;
      }
      return;
    }
  }
}

/**
 * Goes on to `now`; a late call keeps only the newest moment's cues.
 * @hot
 */
export function advance(session: Session, now: number): void {
  session[S.Cues] = 0;
  session[S.Next] = -1;
  catchUp(session, now);
}

/**
 * Session time at which `advance` is next worth calling, or -1 for never. Where
 * nobody looks (`lit` is false), the top of a rep is no such moment: nothing is
 * felt or noted there.
 * @hot
 */
export function nextDue(session: Session, lit: boolean): number {
  if (session[S.Status] !== Status.Running) return -1;
  const phase = session[S.Phase];
  let after = session[S.Length];
  if (phase === Phase.Lift) {
    const hold = session[S.Routine][session[S.Row] + I.Hold]! * 500;
    if (!lit && hold < ENDING_FROM) after += hold;
  } else if (phase !== Phase.Lower) {
    const due = cueAfter(session);
    const mark = (session[S.HoldMarks] + 1) * HOLD_MARK;
    if (due >= 0) after = due;
    if (phase === Phase.Hold && mark < after) after = mark;
  }
  return session[S.Began] + after;
}
