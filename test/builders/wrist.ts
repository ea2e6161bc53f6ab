import { pair } from "../../app/session/clock";
import { noteFault } from "../../app/session/journal";
import { endReplay, followJournal } from "../../app/session/replay";
import { Ports, arm, command, isSecond, wake } from "../../app/session/run";
import { Kind, Plan, S, Session, newSession } from "../../app/session/session";
import { SessionRecord } from "../../common/record";
import { Routine } from "../../common/routine";
import type { Command } from "../../verification/faults/names";
import { Felt } from "./cue-times";
import { JournalEntry, readJournal } from "./journal";
import { EPOCH, KINDS, NamedSession, planOf } from "./session";

/**
 * A watch with a session on it: time passes, its one timer fires, its clock
 * may be set, it dies and comes back with the bytes of its journal.
 */
export class Wrist {
  /** Ms since the start, which nobody can set. */
  real = 0;
  /** By how much the watch's clock is wrong, in ms. */
  shift = 0;
  /** How late the next timer fires, in ms. */
  late: () => number = () => 0;
  /** The Exercise API runs beside the session. */
  steady = false;
  /** The display is on and counts seconds. */
  display = false;
  journal = new Uint8Array(0);
  session: NamedSession | undefined;
  /** Cues by the real time at which they were felt. */
  felt: Felt[] = [];
  private timer = -1;
  private exercised = 0;

  constructor(readonly plan: Plan) {}

  private ports: Ports = {
    append: (bytes, place) => {
      const length = Math.max(this.journal.length, place + bytes.byteLength);
      const longer = new Uint8Array(length);
      longer.set(this.journal);
      longer.set(new Uint8Array(bytes), place);
      this.journal = longer;
      return true;
    },
    steady: () => {
      const paused = this.session?.status === "paused";
      return this.steady && !paused ? this.exercised : NaN;
    },
  };

  private get wall(): number {
    return EPOCH + this.real + this.shift;
  }

  private pass(ms: number): void {
    this.real += ms;
    if (this.session && this.session.status !== "paused") {
      this.exercised += ms;
    }
  }

  /** Notes what is felt and sets the timer again, as the app does. */
  private follow(named: NamedSession): void {
    const { cues, session } = named;
    if (cues.length) this.felt.push([this.real, ...cues]);
    session[S.Cues] = 0;
    this.setTimer(session);
  }

  private setTimer(session: Session): void {
    const delay = arm(session, this.display);
    this.timer = delay < 0 ? -1 : this.real + delay + this.late();
  }

  /** The timer fires: for a second on the display only, or for more. */
  private due(named: NamedSession): void {
    const { session } = named;
    if (isSecond(session, this.wall)) return this.setTimer(session);
    wake(session, this.wall, true, this.ports);
    this.follow(named);
  }

  start(): this {
    const session = newSession(this.plan, this.wall);
    command(session, Kind.Start, this.wall, this.ports);
    this.session = new NamedSession(session);
    pair(session, this.ports.steady);
    this.follow(this.session);
    return this;
  }

  /** The runner asks for a command; false when it is refused. */
  tap(what: Command): boolean {
    const named = this.session!;
    const done = command(named.session, KINDS[what], this.wall, this.ports);
    if (what === "resume") pair(named.session, this.ports.steady);
    this.follow(named);
    return done;
  }

  /** Something beside the session fails. */
  fail(): void {
    noteFault(this.session!.session, this.ports.append);
  }

  /** Lets so many seconds pass. */
  wait(seconds: number): this {
    const until = this.real + seconds * 1000;
    while (this.session && this.timer >= 0 && this.timer <= until) {
      this.pass(Math.max(0, this.timer - this.real));
      this.due(this.session);
    }
    this.pass(until - this.real);
    return this;
  }

  /** Nothing at all runs for so many seconds; a timer that was due fires then. */
  sleep(seconds: number): this {
    this.pass(seconds * 1000);
    return this.wait(0);
  }

  finish(): this {
    return this.wait(100000);
  }

  /** Dies without a word; `torn` bytes of the journal's end are lost. */
  kill(torn = 0): this {
    this.session = undefined;
    this.timer = -1;
    this.journal = this.journal.slice(0, this.journal.length - torn);
    return this;
  }

  /** Comes back with what the journal says. */
  launch(): this {
    const { plan } = this;
    const session = newSession(plan, this.wall);
    followJournal(session, this.journal.slice().buffer);
    endReplay(session, this.ports, this.wall);
    this.session = new NamedSession(session);
    this.follow(this.session);
    return this;
  }

  /** What a launch would find in the journal. */
  get entries(): JournalEntry[] {
    return readJournal(this.plan, this.journal);
  }

  /** The record that the runner would get who saves the session after a crash. */
  saved(): SessionRecord {
    const copy = new Wrist(this.plan);
    const { real, shift, journal } = this;
    const session = Object.assign(copy, { real, shift, journal }).launch();
    session.tap("end");
    return session.session!.record(undefined, true);
  }

  /** The runner goes on after a launch: the interrupted set starts over. */
  goOn(): this {
    this.tap("restart");
    this.tap("resume");
    return this;
  }
}

/** A watch with a session of this routine, about to start. */
export function wristWith(routine: Routine): Wrist {
  return new Wrist(planOf(routine));
}
