import {
  HeartRate,
  Outcome,
  RECORD_VERSION,
  SessionRecord,
  total,
} from "../../common/record";
import { Routine } from "../../common/routine";
import { advance } from "./advance";
import { Clock, Steady, readClock } from "./clock";
import { Command, Refusal, apply } from "./commands";
import {
  ENTRY_BYTES,
  JournalEntry,
  Journal,
  JournalKind,
  nextEntry,
  seedOf,
} from "./journal";
import { Player, activeMs, newPlayer } from "./player";
import { itemsOf } from "./tally";
import { nextWakeUp } from "./wake-up";

/** Failures of one session that are written into its journal. */
const MOST_FAULTS = 3;

/** What is stored beside the journal: all that is needed to replay it. */
export interface Plan {
  /** The session's id, unique for ever. */
  id: string;
  /** Seconds since 1970 and minutes east of UTC at the start. */
  start: number;
  offset: number;
  /** Included items only, as they were at the start. */
  routine: Routine;
}

/**
 * Keeps the bytes of an entry at that place of the journal, for good. False,
 * not an error, when it cannot.
 */
export type Append = (bytes: ArrayBuffer, place: number) => boolean;

/** What a session needs of the watch. */
export interface Ports {
  append: Append;
  steady: Steady;
}

/** What the watch measured over a session: beats a minute, kilocalories. */
export interface Measured {
  heartRate?: HeartRate | undefined;
  calories?: number | undefined;
}

/**
 * A session as it runs: the player, its clock and its journal. `append` keeps
 * an entry for good before the call returns; it is called before any cue of
 * that moment is handed out. All walls are ms of the watch's clock.
 */
export interface Session extends Clock, Journal {
  readonly plan: Plan;
  readonly player: Player;
  readonly append: Append;
  /** What could not be written yet, oldest first. */
  readonly unwritten: JournalEntry[];
  /** So many failures were noted. */
  faults: number;
}

/** A session at its first moment, with nothing in its journal. */
export function newSession(plan: Plan, ports: Ports, wall: number): Session {
  return {
    plan,
    player: newPlayer(plan.routine),
    append: ports.append,
    steady: ports.steady,
    now: 0,
    origin: wall,
    offset: NaN,
    due: -1,
    written: 0,
    seed: seedOf(plan.id),
    unwritten: [],
    faults: 0,
  };
}

/** Begins a session at `wall`. */
export function startSession(plan: Plan, ports: Ports, wall: number): Session {
  const session = newSession(plan, ports, wall);
  command(session, "start", wall);
  return session;
}

/**
 * Notes for good what was done, or how far the session has come. What cannot be
 * written comes with the next entry, but for marks: any later entry says more.
 */
export function write(session: Session, kind: JournalKind, at: number): void {
  const { unwritten } = session;
  session.player.news = false;
  unwritten.push({ kind, at });
  while (unwritten.length) {
    const { written, seed } = session;
    const { kind, at } = unwritten[0]!;
    const bytes = nextEntry(session, kind, at);
    if (!session.append(bytes, written * ENTRY_BYTES)) {
      session.written = written;
      session.seed = seed;
      break;
    }
    unwritten.shift();
  }
  if (unwritten.length && kind === "mark") unwritten.pop();
}

/** Notes in the journal that something beside the session failed. */
export function noteFault(session: Session): void {
  if (session.faults++ < MOST_FAULTS) write(session, "fault", session.now);
}

/**
 * Reads the clock. False when the gap was too long: then the session is paused
 * where it was.
 */
function goesOn(session: Session, wall: number, fired: boolean): boolean {
  const { now, player } = session;
  if (!readClock(session, wall, fired)) return true;
  apply(player, "pause", now);
  write(session, "pause", now);
  return false;
}

/** Goes on to `wall`. `fired` tells that the timer set by `arm` woke us. */
export function wake(session: Session, wall: number, fired: boolean): void {
  const { player } = session;
  if (!goesOn(session, wall, fired)) return;
  advance(player, session.now);
  if (player.news) write(session, "mark", session.now);
}

/**
 * Does a command at `wall`, or says why not. After a gap that paused the
 * session nothing else is done: what the runner saw was out of date.
 */
export function command(
  session: Session,
  command: Command,
  wall: number,
): Refusal | "out of date" | undefined {
  const { player } = session;
  if (!goesOn(session, wall, false)) {
    return command === "pause" ? undefined : "out of date";
  }
  const { now } = session;
  const refusal = apply(player, command, now);
  if (!refusal) write(session, command, now);
  else if (player.news) write(session, "mark", now);
  return refusal;
}

/**
 * Ms from the newest reading to the next wake-up, or -1 for none. `lit` tells
 * that the display is on. The caller sets its one timer for it.
 */
export function arm(session: Session, lit: boolean): number {
  const { player, now } = session;
  const due = nextWakeUp(player, now, lit);
  session.due = due;
  return due < 0 ? -1 : due - now;
}

/** The session as it will be kept. */
export function recordOf(
  session: Session,
  measured: Measured,
  recovered: boolean,
): SessionRecord {
  const { plan, player } = session;
  const items = itemsOf(player);
  // Skipping from end to end completes nothing.
  const completed = player.completed && items.some((item) => item.sets > 0);
  const outcome: Outcome = completed
    ? "completed"
    : recovered
      ? "recovered"
      : "ended";
  return {
    version: RECORD_VERSION,
    id: plan.id,
    revision: plan.routine.revision,
    routine: plan.routine.name,
    start: plan.start,
    offset: plan.offset,
    activeSeconds: total([activeMs(player, session.now) / 1000]),
    pausedSeconds: total([player.pausedMs / 1000]),
    outcome,
    items,
    heartRate: measured.heartRate,
    calories: measured.calories,
    postRun: false,
  };
}
