import { FlatRoutine, I, R, sidesOf } from "../../common/wire/flat-routine";

// A session is one list of entries, read by the numbers of `S`: on the watch a
// named property costs memory in each function that names it, and a place in a
// list costs none.

/** Where a session stands. */
export const enum Status {
  /** Not yet begun. */
  Idle,
  Running,
  Paused,
  Finished,
}

/**
 * What the runner does, or waits for. Those whose length stands in the routine
 * have its place there as their number; from `Lift` on something is being done,
 * and the place is that in the item.
 */
export const enum Phase {
  Done = 0,
  /** Between two sets. */
  Rest = 1,
  /** Before the first exercise. */
  Ready = 3,
  /** Between two exercises. */
  Between = 4,
  /** Between the two sides of a set. */
  Switch = 5,
  Lift = 12,
  Hold = 13,
  Lower = 14,
}

/** What a phase of work is counted from to give its place in an item. */
export const enum Work {
  Phases = Phase.Lift - I.Lift,
}

/** What is told by vibration, as its number. How it feels, app/platform alone knows. */
export const enum Cue {
  Tick = 1,
  Lift,
  Lower,
  /** In place of `Lift`: the last rep of a set. */
  Last,
  Go,
  Halfway,
  Ending,
  Rest,
  Switch,
  Next,
  Finish,
  Pause,
  Resume,
}

/**
 * What an entry of the journal says: what was asked of the session, or `Mark`:
 * it went on up to here, or `Fault`: something failed, which changed nothing.
 * The numbers are those of the file.
 */
export const enum Kind {
  Mark = 1,
  Start,
  Pause,
  Resume,
  Skip,
  /** A command that no longer exists. */
  Gone,
  Restart,
  Previous,
  MoreRest,
  End,
  Fault,
}

/** A set and side in `S.Done`: the low bits count its reps, at most 50. */
export const enum SetMark {
  Reps = 63,
  /** In the first set of an item: the runner skipped some or all of it. */
  Skipped = 64,
  /** The set was done in full on this side. */
  Complete = 128,
}

/** Where what stands in a session. All times are ms of session time. */
export const enum S {
  /** The session's id, unique for ever. */
  Id,
  /** Seconds since 1970, and minutes east of UTC, at the start. */
  Start,
  Offset,
  /** The items of the session, all of which are done. */
  Routine,
  /** What was known before the start, by the numbers of `A`; 0 from an earlier version. */
  Answers,

  Status,
  Phase,
  /**
   * The place in the routine at which the item at hand begins. In a wait it is
   * the one that comes next; at the end it is where the routine ends.
   */
  Row,
  /** The set, side and rep at hand, each from 0. */
  Set,
  Side,
  Rep,
  /** How many reps the set at hand has; 0 where it is held. */
  Reps,
  /** The place of the set and side at hand in `Done` and `Held`. */
  Place,
  /** Grows with each step that is reached: tells one step from the next. */
  Step,
  /** When the step at hand began, pauses in it left out, and how long it takes. */
  Began,
  Length,
  /** Cues up to so many ms into the step have been given. */
  Told,
  /** 1: the step was reached while paused and waits to begin. */
  Fresh,
  /** How often the progress of this hold has been worth an entry. */
  HoldMarks,
  /** 1: the first set has been reached, so there is something to record. */
  Begun,
  /** 1: the session ran to its end, rather than being ended. */
  Completed,
  /** 1: a death cut it off, so what the watch measures is of a part only. */
  Cut,
  /** 1: there is progress that is not in the journal yet. */
  News,
  /** Ms spent paused, up to the newest resume. */
  PausedMs,
  /** When the newest pause began, or the session ended. */
  Stopped,
  /** The cues of the newest moment that had some, four bits each, first cue first. */
  Cues,
  /** When they were due. */
  CuesAt,
  /** By set and side: `SetMark`, and ms held. A set that starts over counts once. */
  Done,
  Held,

  /** The newest reading of the clock. */
  Now,
  /** What the watch's clock said, or would have, at the start: ms since 1970. */
  Origin,
  /** Session time less the steady clock's; not a number without one. */
  Steady,
  /** What the pending timer is set for, or -1. */
  Due,
  /** When next something is due, whatever is shown, or -1. */
  Next,

  /** Entries in the journal, and the check of the newest. */
  Written,
  Seed,
  /** Kinds and times that could not be written yet, in turn, oldest first. */
  Unwritten,
  /** So many failures were noted. */
  Faults,
  /** How many entries a session has. */
  Size,
}

/** A session: most entries are numbers, counts and times from 0. */
export interface Session extends Array<unknown> {
  [S.Id]: string;
  [S.Start]: number;
  [S.Offset]: number;
  [S.Routine]: FlatRoutine;
  [S.Answers]: Answers;
  [S.Status]: Status;
  [S.Phase]: Phase;
  [S.Row]: number;
  [S.Set]: number;
  [S.Side]: number;
  [S.Rep]: number;
  [S.Reps]: number;
  [S.Place]: number;
  [S.Step]: number;
  [S.Began]: number;
  [S.Length]: number;
  [S.Told]: number;
  [S.Fresh]: number;
  [S.HoldMarks]: number;
  [S.Begun]: number;
  [S.Completed]: number;
  [S.Cut]: number;
  [S.News]: number;
  [S.PausedMs]: number;
  [S.Stopped]: number;
  [S.Cues]: number;
  [S.CuesAt]: number;
  [S.Done]: Uint8Array;
  [S.Held]: Int32Array;
  [S.Now]: number;
  [S.Origin]: number;
  [S.Steady]: number;
  [S.Due]: number;
  [S.Next]: number;
  [S.Written]: number;
  [S.Seed]: number;
  [S.Unwritten]: number[];
  [S.Faults]: number;
}

/** What is stored beside the journal: all that is needed to replay it. */
export type Plan = [
  id: string,
  start: number,
  offset: number,
  routine: FlatRoutine,
  answers: Answers,
];

/** Where what stands in the answers of a session; -1 is for what was not asked. */
export const enum A {
  /** How the back was before, 0 to 10. */
  Back,
  /** 1: a run had just ended. */
  PostRun,
  /** The check of the record, as packed, from here on. */
  Check,
  LegBefore = 2,
  LegAfter,
  Effort,
  Morning,
  /** 0 as planned, 1 easy, 2 lighter. */
  Mode,
  /** The side that comes first: 0 left, 1 right. */
  FirstSide,
  RunMinutes,
  /** What is asked afterwards: 0 nothing, 1 the back alone, 2 all. */
  Ask,
}

/** What is known of a session before its start. */
export type Answers = number[];

/** Those of a session that nobody was asked about. */
export function noAnswers(): Answers {
  return [-1, 0, -1, -1, -1, -1, 0, 0, -1, 0];
}

/**
 * A session at its first moment, with nothing in its journal. `wall` is what the
 * watch's clock says, in ms since 1970.
 */
export function newSession(plan: Plan, wall: number): Session {
  const session = plan.slice() as unknown as Session;
  const [id, , , routine] = plan;
  let sets = 0;
  for (let row = R.Items as number; row < routine.length; row += I.Size) {
    sets += routine[row + I.Sets]! * sidesOf(routine, row);
  }
  while (session.length < S.Size) session.push(0);
  session[S.Phase] = Phase.Ready;
  session[S.Row] = R.Items;
  session[S.Done] = new Uint8Array(sets);
  session[S.Held] = new Int32Array(sets);
  session[S.Origin] = wall;
  session[S.Steady] = NaN;
  session[S.Due] = session[S.Next] = -1;
  session[S.Unwritten] = [];
  // Each check starts from the one before, and the first from the id: entries of
  // another session never pass for entries of this one.
  let seed = 7;
  for (let i = 0; i < id.length; i++) {
    seed = (seed * 31 + id.charCodeAt(i)) & 0xffff;
  }
  session[S.Seed] = seed;
  return session;
}

/** The side at hand, 0 left or 1 right; the sides of a session may come in either order. */
export function sideNow(session: Session): number {
  return session[S.Side] ^ session[S.Answers][A.FirstSide]!;
}

/**
 * Ms left of the step at hand; below 0 when it is overdue. A pause stops it.
 * @hot
 */
export function stepLeft(session: Session): number {
  const running = session[S.Status] === Status.Running;
  const reached = running ? session[S.Now] : session[S.Stopped];
  return session[S.Began] + session[S.Length] - reached;
}
