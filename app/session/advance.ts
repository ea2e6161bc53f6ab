import { Flag } from "../../common/watch-tables";
import { I, R } from "../../common/wire/flat-routine";
import { nextStep, plannedLength } from "./cursor";
import { Cue, Phase, S, Session, SetMark, Status } from "./session";

// How a session goes on by itself. Every deadline is absolute: a late call
// catches up, and the next deadline stays where it was.

/** Ms of a hold after which its progress goes into the journal again. */
const HOLD_MARK = 10000;
/** Ms; shortest hold whose middle is told, and whose final seconds are counted. */
const HALFWAY_FROM = 20000;
const ENDING_FROM = 10000;
/** Ms before the end from which each second is counted. */
const COUNTED = 3000;

/** Gives a cue that was due at `at`. Only the newest moment's cues are kept. */
export function say(session: Session, cue: Cue, at: number): void {
  if (at !== session[S.CuesAt]) session[S.Cues] = 0;
  session[S.CuesAt] = at;
  session[S.Cues] = session[S.Cues] * 16 + cue;
}

/** Counts the hold as far as it went, up to `until`. */
export function addHold(session: Session, until: number): void {
  if (session[S.Phase] !== Phase.Hold || session[S.Fresh]) return;
  const held = until - session[S.Began];
  session[S.Held][session[S.Place]]! += Math.min(held, session[S.Length]);
}

/** The session is over, at its own end or before. */
export function finish(session: Session, at: number, completed: number): void {
  session[S.Status] = Status.Finished;
  session[S.Completed] = completed;
  session[S.Stopped] = at;
}

/** Begins the step that was reached: from here on it counts and is felt. */
export function begin(session: Session): void {
  const phase = session[S.Phase];
  const at = session[S.Began];
  session[S.Fresh] = session[S.Told] = 0;
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

/** Gives the step that was reached its time, and begins it; while paused it waits for that. */
export function enter(session: Session, at: number): void {
  session[S.Step]++;
  session[S.Began] = at;
  session[S.Length] = /* @__NOINLINE__ */ plannedLength(session);
  session[S.HoldMarks] = 0;
  session[S.Fresh] = 1;
  if (session[S.Status] !== Status.Paused || session[S.Phase] === Phase.Done) {
    begin(session);
  }
}

/** The step has run its time: counts it and moves on. */
function leaveInTime(session: Session): void {
  const phase = session[S.Phase];
  const end = session[S.Began] + session[S.Length];
  const place = session[S.Place];
  const done = session[S.Done];
  addHold(session, end);
  /* @__NOINLINE__ */ nextStep(session);
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
  return session[S.Phase] === Phase.Hold &&
    length >= HALFWAY_FROM &&
    session[S.Routine][R.Flags]! & Flag.Halfway
    ? length / 2
    : -1;
}

/**
 * The next moment inside the step at which a cue is due: ms into the step, after
 * what has been given and before its end, or -1 for none. No cue is due at the
 * step's own beginning: it would come together with the cue that began it.
 */
function cueAfter(session: Session): number {
  const phase = session[S.Phase];
  const told = session[S.Told];
  const length = session[S.Length];
  if (phase === Phase.Lift || phase === Phase.Lower || !phase) return -1;
  const middle = middleOf(session);
  if (told < middle) return middle;
  if (
    !(session[S.Routine][R.Flags]! & Flag.FinalSeconds) ||
    (phase === Phase.Hold && length < ENDING_FROM)
  ) {
    return -1;
  }
  const counted = length - COUNTED;
  if (told < counted) return counted;
  const at = told + 1000 - ((told - counted) % 1000);
  return at < length ? at : -1;
}

/** Goes on to `now`, adding to the cues that are there. */
export function catchUp(session: Session, now: number): void {
  while (session[S.Status] === Status.Running) {
    const began = session[S.Began];
    const passed = now - began;
    const due = cueAfter(session);
    if (due >= 0 && due <= passed) {
      say(
        session,
        session[S.Phase] !== Phase.Hold
          ? Cue.Tick
          : due === middleOf(session)
            ? Cue.Halfway
            : Cue.Ending,
        began + due,
      );
      session[S.Told] = due;
    } else if (session[S.Length] <= passed) leaveInTime(session);
    else {
      const marks = Math.floor(passed / HOLD_MARK);
      if (session[S.Phase] === Phase.Hold && marks > session[S.HoldMarks]) {
        session[S.HoldMarks] = marks;
        session[S.News] = 1;
      }
      return;
    }
  }
}

/** Goes on to `now`; a late call keeps only the newest moment's cues. */
export function advance(session: Session, now: number): void {
  session[S.Cues] = 0;
  session[S.Next] = -1;
  catchUp(session, now);
}

/**
 * Session time at which `advance` is next worth calling, or -1 for never. Where
 * nobody looks (`lit` is false), the top of a rep is no such moment: nothing is
 * felt or noted there.
 */
export function nextDue(session: Session, lit: boolean): number {
  if (session[S.Status] !== Status.Running) return -1;
  const phase = session[S.Phase];
  const length = session[S.Length];
  const due = cueAfter(session);
  let after = due < 0 ? length : due;
  if (phase === Phase.Hold) {
    after = Math.min(after, (session[S.HoldMarks] + 1) * HOLD_MARK);
  } else if (phase === Phase.Lift && !lit) {
    const hold = session[S.Routine][session[S.Row] + I.Hold]! * 500;
    if (hold < ENDING_FROM) after += hold;
  }
  return session[S.Began] + after;
}
