import { advance, nextDue } from "../../app/session/advance";
import { apply, backCommand } from "../../app/session/commands";
import { Measured, recordOf } from "../../app/session/record";
import {
  Cue,
  Kind,
  Phase,
  Plan,
  S,
  Session,
  Status,
  newSession,
  noAnswers,
  stepLeft,
} from "../../app/session/session";
import { ItemRecord, SessionRecord } from "../../common/record";
import { Routine } from "../../common/routine";
import { faultText } from "../../common/result";
import { I, R } from "../../common/wire/flat-routine";
import { flatRoutine } from "../../common/wire/stored-routine";
import { P, PackedRecord } from "../../common/wire/pack-record";
import { unpackRecord } from "../../common/wire/record";
import { packRoutine } from "../../common/wire/routine";
import type {
  Command,
  Cue as CueName,
  Phase as PhaseName,
  Step,
} from "../../verification/faults/names";

/** When every test session starts, in ms since 1970. */
export const EPOCH = 1790000000000;

/** What the watch knows of heart and calories without a sensor. */
const NOTHING: Measured = [-1, -1, -1];

/** The number of each cue in the app. */
export const CUES: Readonly<Record<CueName, Cue>> = {
  tick: Cue.Tick,
  lift: Cue.Lift,
  lower: Cue.Lower,
  last: Cue.Last,
  go: Cue.Go,
  halfway: Cue.Halfway,
  ending: Cue.Ending,
  rest: Cue.Rest,
  switch: Cue.Switch,
  next: Cue.Next,
  finish: Cue.Finish,
  pause: Cue.Pause,
  resume: Cue.Resume,
};

/** What an entry of the journal can say. */
export type KindName = Command | "mark" | "fault";

/** The number of each kind of entry in the app. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  mark: Kind.Mark,
  start: Kind.Start,
  pause: Kind.Pause,
  resume: Kind.Resume,
  skip: Kind.Skip,
  restart: Kind.Restart,
  previous: Kind.Previous,
  "more-rest": Kind.MoreRest,
  end: Kind.End,
  fault: Kind.Fault,
};

const PHASES: Readonly<Record<PhaseName, Phase>> = {
  done: Phase.Done,
  rest: Phase.Rest,
  ready: Phase.Ready,
  between: Phase.Between,
  switch: Phase.Switch,
  lift: Phase.Lift,
  hold: Phase.Hold,
  lower: Phase.Lower,
};

const STATUSES = {
  idle: Status.Idle,
  running: Status.Running,
  paused: Status.Paused,
  finished: Status.Finished,
} as const;

/** The name that a number has in such a table. */
export function nameIn<Name extends string>(
  table: Readonly<Record<Name, number>>,
  number: number,
): Name {
  for (const name in table) if (table[name] === number) return name;
  throw new Error(`${number} has no name`);
}

/** What is stored beside the journal of a session of this routine. */
export function planOf(routine: Routine): Plan {
  const flat = flatRoutine(packRoutine(routine))!;
  return ["tlpwu8-0000", EPOCH / 1000, 60, flat, noAnswers()];
}

/** A session of the app that is read by names and asked by names. */
export class NamedSession {
  constructor(readonly session: Session) {}

  get status(): keyof typeof STATUSES {
    return nameIn(STATUSES, this.session[S.Status]);
  }

  get phase(): PhaseName {
    return nameIn(PHASES, this.session[S.Phase]);
  }

  /** Where it stands, as the model counts it. */
  get step(): Step {
    const { session, phase } = this;
    return {
      item: (session[S.Row] - R.Items) / I.Size,
      set: session[S.Set],
      side: session[S.Side],
      rep: session[S.Rep],
      phase,
    };
  }

  /** The cues of the newest moment, first one first. */
  get cues(): CueName[] {
    const cues: CueName[] = [];
    for (let rest = this.session[S.Cues]; rest > 0; rest >>= 4) {
      cues.unshift(nameIn(CUES, rest & 15));
    }
    return cues;
  }

  get cuesAt(): number {
    return this.session[S.CuesAt];
  }

  get begun(): boolean {
    return this.session[S.Begun] === 1;
  }

  get completed(): boolean {
    return this.session[S.Completed] === 1;
  }

  /** Ms left of the step. */
  get left(): number {
    return stepLeft(this.session);
  }

  get pausedMs(): number {
    return this.session[S.PausedMs];
  }

  /** Ms that the session has gone on, pauses left out. */
  get activeMs(): number {
    const { session, status } = this;
    const reached = status === "running" ? session[S.Now] : session[S.Stopped];
    return reached - this.pausedMs;
  }

  /** What was done so far of each item. */
  get items(): ItemRecord[] {
    const packed = recordOf(this.session, NOTHING, false);
    // Of a session that runs, these are not known yet.
    packed[P.Active] = packed[P.Paused] = 0;
    return unpacked(packed).items;
  }

  /** The session as the phone gets it, once it is over. */
  record(measured: Measured = NOTHING, recovered = false): SessionRecord {
    return unpacked(recordOf(this.session, measured, recovered));
  }

  /** The clock says `now`, in ms of session time, and nothing else happens. */
  read(now: number): void {
    this.session[S.Now] = now;
  }

  /** Goes on to session time `now`, in ms. */
  advance(now: number): void {
    this.read(now);
    advance(this.session, now);
  }

  /** Asks for a command at session time `now`; false when it was refused. */
  ask(command: Command, now: number): boolean {
    this.read(now);
    return apply(this.session, KINDS[command], now);
  }

  /** When it asks to be advanced next, or -1; `lit` tells that somebody looks. */
  due(lit = true): number {
    return nextDue(this.session, lit);
  }

  /** What "back" asks for at session time `now`. */
  back(now: number): KindName {
    this.read(now);
    return nameIn(KINDS, backCommand(this.session));
  }
}

/** @throws Error when the phone would refuse it */
function unpacked(packed: PackedRecord): SessionRecord {
  const read = unpackRecord(packed);
  if (!read.ok) throw new Error(faultText(read.fault));
  return read.value;
}

/** A session of this routine that has not begun. */
export function namedSession(routine: Routine): NamedSession {
  return new NamedSession(newSession(planOf(routine), EPOCH));
}
