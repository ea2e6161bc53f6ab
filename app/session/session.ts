import {
  HeartRate,
  Outcome,
  RECORD_VERSION,
  SessionRecord,
  total,
} from "../../common/record";
import { Routine } from "../../common/routine";
import { Steady, SteadyClock } from "./clock";
import { Entry, JournalWriter, Kind } from "./journal";
import { Command, Player, Refusal } from "./player";

/** A day in ms: a watch that was off for longer does not count as pause. */
const LONGEST_AWAY = 86400000;

/** What is stored beside the journal: enough to replay it for ever. */
export interface Plan {
  /** The session's id, unique for ever. */
  id: string;
  /** Seconds since 1970 and minutes east of UTC at the start. */
  start: number;
  offset: number;
  /** Included items only, as they were at the start. */
  routine: Routine;
}

/** Keeps the bytes of an entry at that place of the journal, for good. */
export type Append = (bytes: ArrayBuffer, place: number) => void;

/** What a session needs of the watch. */
export interface Ports {
  append: Append;
  steady: Steady;
}

/** What the watch measured over a session. */
export interface Measured {
  heartRate?: HeartRate | undefined;
  calories?: number | undefined;
}

/**
 * A session as it runs: the player, its clock and its journal. `append` keeps
 * an entry for good before the call returns; it is called before any cue of
 * that moment is handed out. All walls are ms of the watch's clock.
 */
export class Session {
  readonly player: Player;
  private clock: SteadyClock;
  private journal: JournalWriter;
  private marks = 0;
  /** Session time for which the pending timer is set, or -1. */
  private expected = -1;

  private constructor(
    readonly plan: Plan,
    private ports: Ports,
    wall: number,
    replayed: Entry[],
  ) {
    this.player = new Player(plan.routine);
    this.journal = new JournalWriter(plan.id);
    let at = 0;
    for (let i = 0; i < replayed.length; i++) {
      const entry = replayed[i]!;
      at = entry.at;
      this.journal.next(entry.kind, at);
      if (entry.kind === "mark") this.player.advance(at);
      else this.player.apply(entry.kind, at);
    }
    this.marks = this.player.marks;
    this.clock = new SteadyClock(wall, at, ports.steady);
  }

  /** Begins a session at `wall`. */
  static start(plan: Plan, ports: Ports, wall: number): Session {
    const session = new Session(plan, ports, wall, []);
    session.command("start", wall);
    return session;
  }

  /**
   * Brings back a session from its journal. What was still running when the
   * watch died is paused where the journal ends; the time since counts as
   * pause when the clock makes sense of it.
   */
  static replay(
    plan: Plan,
    ports: Ports,
    wall: number,
    entries: Entry[],
  ): Session {
    const session = new Session(plan, ports, wall, entries);
    const { player, clock } = session;
    if (player.nextDue() >= 0) {
      player.apply("pause", clock.last);
      session.write("pause", clock.last);
    }
    // Nobody is to feel now what was due before the watch died.
    player.cues = [];
    const away = wall - plan.start * 1000 - clock.last;
    if (away > 0 && away < LONGEST_AWAY) {
      session.clock = new SteadyClock(wall, clock.last + away, ports.steady);
    }
    return session;
  }

  /** Ties the steady clock to the session; call when it starts or resumes. */
  pair(): void {
    this.clock.pair();
  }

  /** Session time of the newest reading, in ms. */
  now(): number {
    return this.clock.last;
  }

  /**
   * Goes on to `wall`. `fired` tells that the timer set by `arm` woke us.
   * True when the gap was too long and the session paused itself.
   */
  wake(wall: number, fired: boolean): boolean {
    const now = this.read(wall, fired);
    if (now < 0) return true;
    this.player.advance(now);
    this.settle(now);
    return false;
  }

  /**
   * Does a command at `wall`, or says why not. After a gap that paused the
   * session nothing else is done: what the runner saw was out of date.
   */
  command(command: Command, wall: number): Refusal | "out of date" | undefined {
    const now = this.read(wall, false);
    if (now < 0) return command === "pause" ? undefined : "out of date";
    const refusal = this.player.apply(command, now);
    if (!refusal) {
      this.marks = this.player.marks;
      this.write(command, now);
    }
    this.settle(now);
    return refusal;
  }

  /** Session time, or -1 when the gap was too long: paused where it was. */
  private read(wall: number, fired: boolean): number {
    const before = this.clock.last;
    const now = this.clock.read(wall, this.expected, fired);
    if (!this.clock.gap) return now;
    this.player.apply("pause", before);
    this.write("pause", before);
    this.settle(before);
    return -1;
  }

  /** Notes progress for good and sets the next deadline. */
  private settle(now: number): void {
    if (this.player.marks !== this.marks) {
      this.marks = this.player.marks;
      this.write("mark", now);
    }
  }

  private write(kind: Kind, at: number): void {
    const place = this.journal.bytes();
    this.ports.append(this.journal.next(kind, at), place);
  }

  /**
   * Ms from the newest reading to the next wake-up, at most `limit`, or -1 for
   * none. The caller sets its one timer for it.
   */
  arm(limit: number): number {
    const due = this.player.nextDue();
    const last = this.clock.last;
    this.expected = due < 0 ? -1 : due < last + limit ? due : last + limit;
    return due < 0 ? -1 : this.expected - last;
  }

  /** The session as it will be kept. */
  record(measured: Measured, recovered: boolean): SessionRecord {
    const { plan, player } = this;
    const items = player.items();
    // Skipping from end to end completes nothing.
    const completed = player.completed && items.some((item) => item.sets > 0);
    const outcome: Outcome = completed
      ? "completed"
      : recovered
        ? "recovered"
        : "ended";
    const now = this.clock.last;
    return {
      version: RECORD_VERSION,
      id: plan.id,
      revision: plan.routine.revision,
      routine: plan.routine.name,
      start: plan.start,
      offset: plan.offset,
      activeSeconds: total([player.activeMs(now) / 1000]),
      pausedSeconds: total([player.pausedMs / 1000]),
      outcome,
      items,
      heartRate: measured.heartRate,
      calories: measured.calories,
      postRun: false,
    };
  }
}
