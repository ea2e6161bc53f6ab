import { pair } from "../../app/session/clock";
import { Command, Refusal } from "../../app/session/commands";
import { readJournal, replaySession } from "../../app/session/replay";
import {
  Plan,
  Ports,
  Session,
  arm,
  command,
  recordOf,
  startSession,
  wake,
} from "../../app/session/session";
import { SessionRecord } from "../../common/record";
import { Routine } from "../../common/routine";
import { Felt } from "./cue-times";

/** When every test session starts, in ms since 1970. */
export const EPOCH = 1790000000000;

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
  session: Session | undefined;
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
      const paused = this.session?.player.status === "paused";
      return this.steady && !paused ? this.exercised : undefined;
    },
  };

  private get wall(): number {
    return EPOCH + this.real + this.shift;
  }

  private pass(ms: number): void {
    this.real += ms;
    if (this.session && this.session.player.status !== "paused") {
      this.exercised += ms;
    }
  }

  /** Notes what is felt and sets the timer again, as the app does. */
  private follow(session: Session): void {
    const { player } = session;
    if (player.cues.length) this.felt.push([this.real, ...player.cues]);
    player.cues = [];
    const delay = arm(session, this.display);
    this.timer = delay < 0 ? -1 : this.real + delay + this.late();
  }

  start(): this {
    this.session = startSession(this.plan, this.ports, this.wall);
    pair(this.session);
    this.follow(this.session);
    return this;
  }

  tap(what: Command): Refusal | "out of date" | undefined {
    const session = this.session!;
    const refusal = command(session, what, this.wall);
    if (what === "resume") pair(session);
    this.follow(session);
    return refusal;
  }

  /** Lets so many seconds pass. */
  wait(seconds: number): this {
    const until = this.real + seconds * 1000;
    while (this.session && this.timer >= 0 && this.timer <= until) {
      this.pass(Math.max(0, this.timer - this.real));
      wake(this.session, this.wall, true);
      this.follow(this.session);
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
    const entries = readJournal(plan.id, this.journal.slice().buffer);
    this.session = replaySession(plan, this.ports, this.wall, entries);
    this.follow(this.session);
    return this;
  }

  /** The record that the runner would get who saves the session after a crash. */
  saved(): SessionRecord {
    const copy = new Wrist(this.plan);
    const { real, shift, journal } = this;
    const session = Object.assign(copy, { real, shift, journal }).launch();
    session.tap("end");
    return recordOf(session.session!, {}, true);
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
  const start = EPOCH / 1000;
  return new Wrist({ id: "tlpwu8-0000", start, offset: 60, routine });
}
