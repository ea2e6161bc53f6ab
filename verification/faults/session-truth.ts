import { SessionRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import {
  type Account,
  MOST_ACCOUNTS,
  TWO_PULSES,
  command,
  copyOf,
  distinct,
  isReminder,
  isWorkCue,
  openAndClosed,
  tickAccount,
} from "./accounts";
import { ExpectedPulses } from "./expected-pulses";
import { Command } from "./names";
import { differenceOf, emptiness } from "./record-comparison";
import { SessionModel, TICK } from "./session-model";
import { Told } from "./told";

/** Pulses that can wait for each other, each as late as a timer can be. */
const PULSES = 5;
/** Pulses may be so many ms late once the clock was set. */
const CLOCK_SET_LATE_MS = 12_000;
/** A clock that is set forward by less looks to the watch like a late timer, in ms. */
const LIKE_LATE_TIMER_MS = 15_000;
/** Seconds of a hold that each change of the clock may cost. */
const CLOCK_SECONDS = 5;
/** Ids of taps that ask a question, or answer one, and do not change the session. */
const NO_COMMAND = ["end", "keep-going", "done", "start"];

/** An account as it was at `at` ms, which a death may bring back. */
interface EarlierAccount extends Account {
  at: number;
}

/**
 * What the runner knows of one session: which commands were tapped when, what
 * was felt, when the watch died. After a death nobody knows how far the watch
 * got, so all possible accounts are kept until what is felt or seen excludes
 * them. Times are ms since the world began.
 */
export class SessionTruth {
  state: "running" | "cut" | "over" = "running";
  /** When the first pulse that tells a pause again was felt. */
  private remindedAt = -Infinity;
  /** It went on after a death. */
  private wentOn = false;
  /** The first set was reached, as the pulses told. */
  begun = false;
  /** Why the session may be missing from the history; "" when it may not. */
  mayBeMissing = "";
  deaths = 0;
  /** Its id on the watch; empty where it had no room there. */
  id = "";
  /** What the runner said before it and after it. */
  readonly told = new Told();
  /** All that can be said is that it counts once: the watch was full, or no clock could be trusted. */
  vague = false;
  discarded = false;
  private clockSeconds = 0;
  private accounts: Account[];
  private earlier: EarlierAccount[] = [];
  /** Ends that the watch lost in a death, and that were sent nevertheless. */
  private sent: Account[] = [];
  private begunAt = -1;
  private overAt = Infinity;
  /** No pulse has to come: timers are late, or the clock was set. */
  private inexact: boolean;

  /** A session that began at `startedAt` ms, when it was `start` in seconds since 1970. */
  constructor(
    readonly routine: Routine,
    readonly start: number,
    startedAt: number,
    private jitterMs: number,
    before: SessionTruth | undefined,
  ) {
    this.inexact = jitterMs > 0;
    const model = new SessionModel(routine);
    model.command("start");
    const strong = routine.preferences.strength === "strong";
    const pulses = new ExpectedPulses(strong, PULSES * jitterMs);
    if (before) pulses.follow(before.accounts[0]!.pulses);
    pulses.add(model.cues, startedAt, this.inexact);
    this.accounts = [{ model, pulses, pausedAt: startedAt }];
  }

  /** The watch is full, or was when this session began. */
  noRoom(): void {
    this.mayBeMissing ||= "no room";
    this.vague = true;
  }

  /** A tick goes by, up to `now`. */
  tick(now: number): void {
    if (this.state !== "running") return;
    this.remember(now);
    for (const account of this.accounts)
      tickAccount(account, now, this.inexact);
    this.endWhenOver(now);
  }

  private remember(at: number): void {
    const since = at - this.jitterMs - TICK;
    this.earlier = this.earlier.filter((account) => account.at > since);
    for (const account of this.accounts) {
      this.earlier.push({ ...copyOf(account), at });
    }
  }

  /** Nothing happens until a tap: the session is paused, over or cut. */
  get still(): boolean {
    return (
      this.state !== "running" ||
      this.accounts.every(({ model }) => model.status !== "running")
    );
  }

  /** The runner tapped the element with this id and the watch took it. */
  tapped(id: string, now: number): void {
    if (this.state !== "running" || NO_COMMAND.includes(id)) return;
    this.remember(now);
    for (const account of this.accounts) {
      const asked =
        id === "confirm-end"
          ? "end"
          : id === "back"
            ? account.model.backCommand
            : (id as Command);
      command(account, asked, now, this.inexact);
    }
    this.endWhenOver(now);
  }

  private endWhenOver(now: number): void {
    const over = ({ model }: Account) => model.status === "finished";
    if (this.state === "running" && this.accounts.every(over)) this.end(now);
  }

  private end(now: number): void {
    this.state = "over";
    this.overAt = now;
  }

  /** A pulse was felt; a message when no account explains it. */
  felt(pattern: string, at: number): string | undefined {
    if (this.vague) return undefined;
    // The second of two pulses, whatever was tapped since the first.
    if (pattern === "nudge" && at === this.remindedAt + TWO_PULSES)
      return undefined;
    let why = "";
    let work = false;
    const possible = this.accounts.filter((account) => {
      if (isReminder(account, pattern, at, this.inexact)) {
        this.remindedAt = at;
        return true;
      }
      const match = account.pulses.match(pattern, at);
      if ("wrong" in match) why = match.wrong;
      else if (isWorkCue(match.cue)) work = true;
      return !("wrong" in match);
    });
    if (!possible.length) return why;
    this.accounts = possible;
    if (work && !this.begun) {
      this.begun = true;
      this.begunAt = at;
    }
    return undefined;
  }

  /** A message when all accounts miss a cue. */
  missing(now: number): string | undefined {
    if (this.vague) return undefined;
    let why: string | undefined;
    const possible = this.accounts.filter(({ pulses }) => {
      const missing = pulses.missing(now);
      why = missing ?? why;
      return missing === undefined;
    });
    if (!possible.length) return why;
    this.accounts = possible;
    this.endWhenOver(now);
    return undefined;
  }

  /** The session was over for so long that a late watch knows it too. */
  private surelyOver(at: number): boolean {
    return at - this.overAt > this.jitterMs + TICK;
  }

  /** The watch died at `at`; what was written `inFlightMs` before may be lost. */
  died(at: number, inFlightMs: number): void {
    if (this.begun && at - this.begunAt <= inFlightMs) this.begun = false;
    for (const { pulses } of this.accounts) pulses.clear();
    if (this.state === "cut") return;
    if (this.state === "over" && this.surelyOver(at)) return;
    if (this.discarded) this.mayBeMissing = "died while discarding";
    this.discarded = false;
    this.deaths++;
    const possible = this.accounts.concat(this.earlier).map(copyOf);
    for (const { pulses } of possible) pulses.clear();
    this.accounts = distinct(possible);
    this.earlier = [];
    this.state = "cut";
  }

  /** The clock was set by `ms`. */
  clockSet(ms: number, now: number): void {
    // A late watch may not have ended it yet.
    if (this.state === "over" && !this.surelyOver(now)) this.vague = true;
    if (this.state !== "running") return;
    this.inexact = true;
    // With late timers too, the watch may think that it slept, and pause.
    if (this.jitterMs > 0) this.vague = true;
    this.clockSeconds += CLOCK_SECONDS;
    for (const { pulses } of this.accounts) pulses.allowLate(CLOCK_SET_LATE_MS);
    if (ms <= 0 || ms > LIKE_LATE_TIMER_MS) return;
    const ahead = this.accounts.map(copyOf);
    for (const account of ahead) {
      for (let passed = 0; passed < ms; passed += TICK) {
        tickAccount(account, now, true);
      }
    }
    this.accounts = this.accounts.concat(ahead).slice(0, MOST_ACCOUNTS);
  }

  /** The watch asks whether to go on with this session; a message when it must not. */
  offered(): string | undefined {
    if (this.vague) this.state = "cut";
    if (this.state !== "cut") return "a session that was over is offered";
    if (this.vague) return undefined;
    const [open, closed] = openAndClosed(this.accounts);
    if (!open.length) return "a session that was over is offered again";
    this.sent = this.sent.concat(closed);
    this.accounts = open;
    return undefined;
  }

  /** The watch was launched and asks nothing. */
  notOffered(): void {
    this.state = "over";
    this.overAt = -Infinity;
    const [, closed] = openAndClosed(this.accounts);
    if (closed.length) this.accounts = closed;
  }

  /** The runner answered the question with a tap on this id. */
  answered(id: string, now: number): void {
    this.earlier = [];
    this.state = "running";
    for (const { model } of this.accounts) model.command("pause");
    this.remember(now);
    if (id === "resume-session") {
      this.wentOn = true;
      for (const account of this.accounts) {
        command(account, "restart", now, this.inexact);
        command(account, "resume", now, this.inexact);
      }
      this.accounts = distinct(this.accounts);
      return;
    }
    for (const { model } of this.accounts) model.command("end");
    this.end(now);
    this.discarded = id === "discard-session";
    if (this.sent.length) {
      this.mayBeMissing = "sent before it was lost in a death";
    }
  }

  /** Whether it may have left no record, because nothing was done. */
  get empty(): "surely" | "perhaps" | "no" {
    if (this.vague) return "perhaps";
    const { deaths, clockSeconds, inexact } = this;
    const tolerance = { deaths, clockSeconds, inexact };
    const all = this.accounts
      .concat(this.sent)
      .map(({ model }) => emptiness(model, tolerance));
    const [first] = all;
    return all.every((one) => one === first) ? first! : "perhaps";
  }

  /** Whether something was done of each item; undefined where nobody can say. */
  get surelyDone(): Array<boolean | undefined> {
    const all = this.accounts.map(({ model }) =>
      model
        .items()
        .map(({ reps, holdSeconds }) => total(reps) + total(holdSeconds) > 0),
    );
    return this.routine.items.map((_, i) =>
      !this.vague && all.every((done) => done[i] === all[0]![i])
        ? all[0]![i]
        : undefined,
    );
  }

  /** Why this record cannot be of this session; undefined when it can. */
  differenceFrom(record: SessionRecord): string | undefined {
    if (record.routine !== this.routine.name)
      return `it is of ${record.routine}`;
    if (this.vague) return undefined;
    const { heartRate, calories } = record;
    if (this.wentOn && (heartRate || calories !== undefined))
      return "what was measured is that of a part";
    const { deaths, clockSeconds, inexact } = this;
    const tolerance = { deaths, clockSeconds, inexact };
    let why = "";
    for (const { model } of this.accounts.concat(this.sent)) {
      const difference = differenceOf(record, model, this.routine, tolerance);
      if (!difference) return this.told.differenceFrom(record);
      why = difference;
    }
    return why;
  }
}
