import { Cue } from "../../app/session/cues";
import { Command } from "../../app/session/commands";
import { ItemRecord, SessionRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import { Model } from "../model/session";
import { TICK } from "./story";
import { Wrist } from "./felt";

/** Most ways in which a death can have left a session, open or over, that are followed up. */
const MOST = 500;
/** Pulses that can wait for each other, each as late as a timer can be. */
const PULSES = 5;
/** What asks, or answers a question, without a change to the session. */
const QUIET = ["end", "keep-going", "done", "start"];
/** Back this soon after a set's start means the set before. */
const JUST_STARTED = 3000;

function copyOf(model: Model): Model {
  // Not made anew: writing out the steps takes longer than all the rest.
  const copy = Object.assign(Object.create(Model.prototype) as Model, model);
  copy["attempts"] = new Map(
    [...model["attempts"]].map(([key, done]) => [key, { ...done }]),
  );
  copy["skipped"] = new Set(model["skipped"]);
  return copy;
}

/** One account of a session that agrees with all that was seen and felt. */
interface Account {
  model: Model;
  wrist: Wrist;
}

/** An account that a death at `at` or later might bring back. */
interface Earlier extends Account {
  at: number;
}

/**
 * What the runner knows of one session: which commands were tapped when, what
 * was felt, when the watch died. Where a death leaves it open how far the
 * watch got, all possible accounts are kept until what is felt or seen rules
 * them out.
 */
export class Truth {
  state: "live" | "cut" | "over" = "live";
  /** The first set was reached, as the wrist told. */
  begun = false;
  /** It might be in the history and it might not: nothing could be done. */
  optional = "";
  deaths = 0;
  /** Only that it counts once can be said: no room, or no clock to trust. */
  vague = false;
  discarded = false;
  /** Clock changes and late timers: seconds of a hold that may be wrong. */
  slackSeconds = 0;
  private accounts: Account[];
  private earlier: Earlier[] = [];
  /** Ends that the watch lost in a death, and that were sent all the same. */
  private sent: Account[] = [];
  private begunAt = -1;
  private overAt = Infinity;
  private free: boolean;

  /** A session that began at `startedAt` ms, at `start` epoch seconds. */
  constructor(
    readonly plan: Routine,
    readonly start: number,
    startedAt: number,
    private jitterMs: number,
    before: Truth | undefined,
  ) {
    this.free = jitterMs > 0;
    const model = new Model(plan);
    model.command("start");
    const strong = plan.preferences.strength === "strong";
    const wrist = new Wrist(strong, PULSES * jitterMs);
    if (before) wrist.follow(before.accounts[0]!.wrist);
    wrist.expect(model.cues, startedAt, this.free);
    this.accounts = [{ model, wrist }];
  }

  /** The watch is full, or was when this session began. */
  noRoom(): void {
    this.optional ||= "no room";
    this.vague = true;
  }

  /** A quarter of a second goes by, up to `now`. */
  tick(now: number): void {
    if (this.state !== "live") return;
    this.remember(now);
    for (const { model, wrist } of this.accounts) {
      model.tick();
      wrist.expect(model.cues, now, this.free);
    }
    this.endWhenOver(now);
  }

  private remember(at: number): void {
    const since = at - this.jitterMs - TICK;
    this.earlier = this.earlier.filter((one) => one.at > since);
    for (const account of this.accounts) {
      this.earlier.push({ ...this.fork(account), at });
    }
  }

  private fork({ model, wrist }: Account): Account {
    return { model: copyOf(model), wrist: wrist.copy() };
  }

  /** Nothing happens until a tap: the session is paused, over or cut. */
  get still(): boolean {
    return (
      this.state !== "live" ||
      this.accounts.every(({ model }) => model.status !== "live")
    );
  }

  /** The runner tapped this and the watch took it. */
  tapped(id: string, now: number): void {
    if (this.state !== "live" || QUIET.includes(id)) return;
    this.remember(now);
    const command = id === "confirm-end" ? "end" : id;
    for (const account of this.accounts) this.command(account, command, now);
    this.endWhenOver(now);
  }

  private command({ model, wrist }: Account, id: string, now: number): void {
    const command = id === "back" ? backOf(model) : (id as Command);
    if (model.command(command)) return;
    if (command === "pause") wrist.drop();
    if (command === "end") wrist.release();
    wrist.expect(model.cues, now, this.free);
  }

  private endWhenOver(now: number): void {
    const over = ({ model }: Account) => model.status === "finished";
    if (this.state === "live" && this.accounts.every(over)) this.end(now);
  }

  private end(now: number): void {
    this.state = "over";
    this.overAt = now;
  }

  /** A pulse; the message when no account explains it. */
  felt(pattern: string, at: number): string | undefined {
    if (this.vague) return undefined;
    let why = "";
    let go = false;
    const left = this.accounts.filter(({ wrist }) => {
      const told = wrist.feel(pattern, at);
      if ("wrong" in told) why = told.wrong;
      else if (isWorkCue(told.cue)) go = true;
      return !("wrong" in told);
    });
    if (!left.length) return why;
    this.accounts = left;
    if (go && !this.begun) {
      this.begun = true;
      this.begunAt = at;
    }
    return undefined;
  }

  /** A cue that all accounts miss. */
  missing(now: number): string | undefined {
    if (this.vague) return undefined;
    let why: string | undefined;
    const left = this.accounts.filter(({ wrist }) => {
      const missing = wrist.missing(now);
      why = missing ?? why;
      return missing === undefined;
    });
    if (!left.length) return why;
    this.accounts = left;
    this.endWhenOver(now);
    return undefined;
  }

  /** The session was over long enough for a late watch to know it too. */
  private settled(at: number): boolean {
    return at - this.overAt > this.jitterMs + TICK;
  }

  /** The watch died at `at`. */
  died(at: number, inFlightMs: number): void {
    // What was written this shortly before may not have reached the flash.
    if (this.begun && at - this.begunAt <= inFlightMs) this.begun = false;
    for (const { wrist } of this.accounts) wrist.drop();
    if (this.state === "cut") return;
    if (this.state === "over" && this.settled(at)) return;
    if (this.discarded) this.optional = "died while discarding";
    this.discarded = false;
    this.deaths++;
    this.accounts = this.accounts.concat(this.earlier).map((account) => {
      const fork = this.fork(account);
      fork.wrist.drop();
      return fork;
    });
    this.earlier = [];
    this.state = "cut";
    this.thin();
  }

  /** Accounts that will go on alike are one. */
  private thin(): void {
    const known = new Map<string, Account>();
    for (const account of this.accounts) {
      const { model } = account;
      const { index, again, elapsed } = model as unknown as {
        index: number;
        again: boolean;
        elapsed: number;
      };
      const done = JSON.stringify([...model["attempts"]]);
      // One that is offered is paused, whatever it was.
      const over = model.status === "finished";
      const key = [index, again, over, elapsed, done].join();
      if (!known.has(key)) known.set(key, account);
    }
    const [open, closed] = apart([...known.values()]);
    this.accounts = [...spread(open), ...spread(closed)];
  }

  /** The clock was set by `ms` under a running session. */
  clockSet(ms: number, now: number): void {
    // A late watch may still be at it.
    if (this.state === "over" && !this.settled(now)) this.vague = true;
    if (this.state !== "live") return;
    this.free = true;
    // With late timers as well, the watch may take it for a sleep, and pause.
    if (this.jitterMs > 0) this.vague = true;
    this.slackSeconds += 5;
    for (const { wrist } of this.accounts) wrist.loosen(12000);
    // Up to some seconds, the watch cannot tell it from a late timer.
    if (ms <= 0 || ms > 15000) return;
    const ahead = this.accounts.map((account) => this.fork(account));
    for (const { model, wrist } of ahead) {
      for (let passed = 0; passed < ms; passed += TICK) {
        model.tick();
        wrist.expect(model.cues, now, true);
      }
    }
    this.accounts = this.accounts.concat(ahead).slice(0, MOST);
  }

  /** The watch asks whether to go on with this session. */
  offered(): string | undefined {
    if (this.vague) this.state = "cut";
    if (this.state !== "cut") return "a session that was over is offered";
    if (this.vague) return undefined;
    const [open, closed] = apart(this.accounts);
    if (!open.length) return "a session that was over is offered again";
    this.sent = this.sent.concat(closed);
    this.accounts = open;
    return undefined;
  }

  /** The watch was launched and asks nothing. */
  notOffered(): void {
    this.state = "over";
    this.overAt = -Infinity;
    const [, closed] = apart(this.accounts);
    if (closed.length) this.accounts = closed;
  }

  /** The runner's answer to the question. */
  answered(id: string, now: number): void {
    this.earlier = [];
    this.state = "live";
    for (const { model } of this.accounts) model.command("pause");
    this.remember(now);
    if (id === "resume-session") {
      for (const account of this.accounts) {
        this.command(account, "restart", now);
        this.command(account, "resume", now);
      }
      this.thin();
      return;
    }
    for (const { model } of this.accounts) model.command("end");
    this.end(now);
    this.discarded = id === "discard-session";
    if (this.sent.length) this.optional = "sent before it was lost in a death";
  }

  /** Why this record cannot be of this session. */
  refutes(record: SessionRecord): string | undefined {
    let why = "";
    for (const { model } of this.accounts.concat(this.sent)) {
      const wrong = this.compare(record, model);
      if (!wrong) return undefined;
      why = wrong;
    }
    return why;
  }

  private compare(record: SessionRecord, model: Model): string | undefined {
    const { plan } = this;
    if (record.routine !== plan.name) return `it is of ${record.routine}`;
    if (this.vague) return undefined;
    const truth = model.items();
    const names = (items: ItemRecord[]) =>
      items.map(({ exercise, name }) => exercise + name).join();
    if (names(truth) !== names(record.items)) return "other exercises";
    const clean = !this.deaths && !this.slackSeconds && !this.free;
    const done = ({ sets, reps, holdSeconds, skipped }: ItemRecord) =>
      JSON.stringify([sets, reps, holdSeconds, skipped]);
    for (const [i, found] of record.items.entries()) {
      const wanted = truth[i]!;
      if (clean && done(found) !== done(wanted)) {
        return `item ${i}: ${done(found)}, not ${done(wanted)}`;
      }
      const reps = total(wanted.reps) - total(found.reps);
      const held = total(wanted.holdSeconds) - total(found.holdSeconds);
      // Accounts lie a tick apart, and a death may come in between.
      const grain = this.deaths ? TICK / 1000 : 0;
      const slack = this.slackSeconds + grain + 0.1;
      const most = 10 * this.deaths + slack;
      const least = Math.ceil(this.slackSeconds / 2);
      if (reps > this.deaths + least || reps < -least) {
        return `item ${i}: ${total(found.reps)} reps, not ${total(wanted.reps)}`;
      }
      const per = plan.items[i]!.hold;
      const counted = plan.items[i]!.kind === "hold" ? held : held - reps * per;
      if (counted > most || counted < -slack) {
        return `item ${i}: ${total(found.holdSeconds)} s, not ${total(wanted.holdSeconds)}`;
      }
    }
    // Skipping from end to end completes nothing.
    const some = record.items.some(({ sets }) => sets > 0);
    const completed = record.outcome === "completed";
    if (completed !== (model.completed && some))
      return `it is ${record.outcome}`;
    if (record.outcome === "recovered" && !this.deaths)
      return "it is recovered";
    return undefined;
  }
}

/** Those that a watch offers to continue, and those that are over or did not begin. */
function apart(accounts: Account[]): [open: Account[], closed: Account[]] {
  const open = accounts.filter(
    ({ model }) => model.status !== "finished" && model["attempts"].size > 0,
  );
  return [open, accounts.filter((account) => !open.includes(account))];
}

/** At most `MOST` of them, from the first to the last. */
function spread(accounts: Account[]): Account[] {
  const every = Math.ceil(accounts.length / MOST);
  return accounts.filter((_, i) => i % every === 0);
}

/** Cues that only come with work. */
function isWorkCue(cue: Cue): boolean {
  return ["go", "lift", "lower", "last", "halfway", "ending"].includes(cue);
}

/** What "back" means where the session stands. */
function backOf(model: Model): Command {
  const { phase } = model;
  if (!["lift", "hold", "lower"].includes(phase)) return "previous";
  const { lift, hold } = model["item"];
  const paced = model["item"].kind === "reps";
  const before =
    !paced || phase === "lift" ? 0 : phase === "hold" ? lift : lift + hold;
  const passed = before * 1000 + model["elapsed"];
  const early = model["step"].rep === 0 && passed < JUST_STARTED;
  return early ? "previous" : "restart";
}
