import { EASY } from "../../common/watch-coach";
import { COACH_FILE } from "../../common/wire/coach";
import { C } from "../../common/wire/coach-files";
import { ROUTINE_FILE, SESSION_FILE } from "../../common/wire/link";
import { PackedRoutine, packRoutine } from "../../common/wire/routine";
import { defaultRoutine } from "../../common/default-routine";
import { Routine } from "../../common/routine";
import {
  type FitbitPackage,
  type World,
  type WorldEvent,
  createWorld,
} from "fitbit-simulator";
import { act } from "fitbit-simulator/run";
import { openQuestion, viewOf } from "../../tools/session/question";
import { readCbor } from "../cbor";
import { Asking } from "./asking";
import { PhoneTruth } from "./phone-truth";
import { PlanOnFile, planOnFile, rowsOf } from "./plan-on-file";
import { ROUTINE_CHOICES } from "./routine-choices";
import { TICK } from "./session-model";
import { SessionTruth } from "./session-truth";
import { ShutExercises } from "./shut-exercises";
import type { Saying, Story } from "./story";

/** What was written this many ms before a death may be lost or torn. */
const IN_FLIGHT_MS = 50;
/** Ms from a launch until the first screen is drawn. */
const FIRST_SCREEN_MS = 500;

/** So many routines may wait for the watch, or pass before home names one. */
const LATELY = 4;

/** Ways to end that are a program's own fault. */
const OWN_FAULTS = ["error", "endless loop", "out of memory"];
/** Items of the app's own easy session, as they go over the wire, as JSON. */
const OWN_EASY = rowsOf(EASY, 0).map((row) => JSON.stringify(row));
/** Views of a session that runs. */
const UNDER_WAY = ["work", "rest"];
/** The routine of a watch that no phone has sent one. */
const BUILT_IN = defaultRoutine();

/** The action that touches a row of the list by its number, the first below the title being 0. */
function touchRow(row: number): string {
  return `tap-at:168,${126 + 84 * row}`;
}

/** A life broke a rule; the message says which and when. */
export class Violation extends Error {}

/**
 * A story while it happens: the world, and what the runner knows of it. All
 * that happens is an action of the session command.
 */
export class Life {
  world!: World;
  /** Every session that was started, in order. */
  readonly sessions: SessionTruth[] = [];
  /** Routines that the phone sent: revision and name. */
  readonly sentRoutines = new Set<string>([`0 ${BUILT_IN.name}`]);
  /** What was done, as the session command takes it. */
  readonly actions: string[] = [];
  /** Faults that were injected, by kind. */
  readonly counts: Record<string, number> = {};
  /** The session that was started last. */
  current: SessionTruth | undefined;
  /** The watch's storage has no room for another byte. */
  storageFull = false;
  /** The heap of the running app is nearly full. */
  heapFull = false;
  /** The phone beside the watch. */
  phone = new PhoneTruth();
  /** The one that is not there; undefined while there was only one. */
  otherPhone: PhoneTruth | undefined;
  /** What the runner says when asked. */
  saying: Saying = { back: 1, after: 1, leg: 0, legAfter: 0, other: 0 };
  /** What has to stay out, as the leg was worse after it. */
  readonly shut = new ShutExercises();
  /** What the runner is asked, and says. */
  readonly asking = new Asking(this.shut, () => this.storageFull);
  /** Items that the watch may play, as they go over the wire, as JSON. */
  private readonly sentRows = new Set<string>(
    packRoutine(BUILT_IN)[7]
      .map((row) => JSON.stringify(row))
      .concat(OWN_EASY),
  );
  /** The routine that home named when start was tapped. */
  private shown = BUILT_IN;
  /** Id of the newest session that the watch had on file. */
  private planned = "";
  /** The newest export of a history, as JSON; empty before there was one. */
  exported = "";
  /** The routine that home, or the watch's report, named last. */
  namedRoutine = BUILT_IN.name;
  /** Names of the routines that were sent lately: the watch may have had each. */
  private lately: string[] = [];
  private events: WorldEvent[] = [];
  /** The program that is being ended on purpose: "watch", "companion" or "". */
  private endedOnPurpose = "";
  /** The watch has a routine of the phone's. */
  private hasSentRoutine = false;

  constructor(readonly story: Story) {}

  /** Makes the world, the app launched for the first time. */
  async begin(pkg: FitbitPackage): Promise<void> {
    const { seed, jitterMs, display } = this.story;
    this.world = await createWorld(pkg, {
      seed,
      jitterMs,
      display,
      onEvent: (event) => this.receive(event),
    });
    if (jitterMs) this.count("lives with late timers");
    this.world.watch.launch();
  }

  /** Ms since the world began. */
  get now(): number {
    return Math.round(this.world.nowMs);
  }

  /** The open view, such as "work"; "" while the app does not run. */
  get view(): string {
    return viewOf(this.world);
  }

  fail(why: string): never {
    throw new Violation(`${this.now / 1000} s: ${why}`);
  }

  /** Notes that a fault was injected. */
  count(fault: string): void {
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
  }

  /** Does an action of the session command; a line when it cannot be done. */
  private do(action: string): string | undefined {
    const [, name, value] = /^([a-z-]+)(?::(.*))?$/s.exec(action)!;
    this.actions.push(`${this.now / 1000}:${action}`);
    return act(this.world, { name: name!, value: value ?? "" });
  }

  /** Does an action that has to be possible, and checks what follows. @throws Violation */
  happens(action: string): void {
    const why = this.do(action);
    if (why) this.fail(`${action}: ${why}`);
    this.check();
  }

  /** The same for an action that ends one of the two programs. */
  ends(side: "watch" | "companion", action: string): void {
    this.endedOnPurpose = side;
    this.happens(action);
    this.endedOnPurpose = "";
  }

  private receive(event: WorldEvent): void {
    this.events.push(event);
    if (event.type !== "transfer" || event.to !== "watch") return;
    const { name, state } = event;
    if (state !== "pending" || ![ROUTINE_FILE, COACH_FILE].includes(name))
      return;
    const queue = this.world.link.queue("watch");
    const file = queue.find((one) => one.name === name)!;
    const packed = readCbor(file.data)?.value as unknown[];
    const plans =
      name === ROUTINE_FILE ? [packed] : [packed[C.Easy], packed[C.Light]];
    for (const plan of plans as Array<PackedRoutine | []>) this.sent(plan);
    if (name === ROUTINE_FILE)
      this.lately = [...this.lately, String(packed[2])].slice(-LATELY);
  }

  /** The phone sent a routine or a plan, which may be empty. */
  private sent(packed: PackedRoutine | []): void {
    if (!packed.length) return;
    this.sentRoutines.add(`${packed[1]} ${packed[2]}`);
    for (const row of packed[7]) this.sentRows.add(JSON.stringify(row));
  }

  /** Compares what happened with what the runner knows. @throws Violation */
  private check(): void {
    const { current } = this;
    for (const event of this.events.splice(0)) {
      const at = Math.round(event.t * 1000);
      if (event.type === "vibrate") {
        const wrong = current
          ? current.felt(event.pattern, at)
          : `felt ${event.pattern} outside a session`;
        if (wrong) this.fail(wrong);
      } else if (event.type === "exit") {
        this.programEnded(event.from, event.reason, event.error ?? "", at);
      } else if (event.type === "log" && event.level === "error") {
        if (!this.storageFull)
          this.fail(`${event.from} logged ${event.message}`);
      } else if (event.type === "missing") this.fail(`no ${event.name}`);
    }
    const missing = current?.missing(this.now);
    if (missing) this.fail(missing);
    if (this.view === "error") this.fail("the error screen");
    if (!openQuestion(this.world, this.view)) this.asking.end();
    if (this.view === "index") this.checkRoutine();
  }

  /** A watch that once got a routine from the phone always has one. */
  private checkRoutine(): void {
    const name = this.world.watch.texts().routine;
    if (!name) return;
    const sent = name !== BUILT_IN.name;
    if (this.hasSentRoutine && !sent) this.fail("the watch lost its routine");
    this.hasSentRoutine = sent;
    if (this.otherPhone && !this.mayHaveCome(name))
      this.fail(`${name} replaced ${this.namedRoutine}, and nobody was asked`);
    this.namedRoutine = name;
    this.phone.named(name);
  }

  /**
   * Whether a routine can be on the watch though nobody was asked. One that a phone
   * does not know stays until the runner lets it go; those that were there for a
   * while before home named this one are steps on the way to it.
   */
  private mayHaveCome(name: string): boolean {
    const phones = [this.phone, this.otherPhone!];
    const there = new Set([this.namedRoutine]);
    // What is added on the way is visited too.
    for (const old of there) {
      if (old === name || old === BUILT_IN.name) return true;
      for (const next of [...this.lately, name]) {
        if (phones.some((phone) => phone.mayReplace(old, next)))
          there.add(next);
      }
    }
    return false;
  }

  /** Another phone takes the place of the one there, or that one comes back. */
  swapPhones(): void {
    const there = this.otherPhone ?? new PhoneTruth();
    this.otherPhone = this.phone;
    this.phone = there;
    this.ends("companion", "phone-swap");
    // A phone knows only what it has seen itself.
    this.keepShut(() => false);
  }

  /** Of what is shut, that stays of which `stays` is true, and what only the watch knows. */
  keepShut(stays: (key: string) => boolean): void {
    const { files } = this.world.watch;
    this.shut.keep((key, { id }) => stays(key) || files.has(SESSION_FILE + id));
  }

  private programEnded(
    from: string,
    reason: string,
    error: string,
    at: number,
  ): void {
    const heapRanOut =
      reason === "out of memory" && from === "watch" && this.heapFull;
    if (OWN_FAULTS.includes(reason) && !heapRanOut) {
      this.fail(`${from}: ${reason} ${error}`);
    }
    if (heapRanOut) this.count("watch died of a full heap");
    else if (reason === "kill" && this.endedOnPurpose !== from) {
      this.count(`${from} died at a step or wake-up`);
    }
    if (from !== "watch") return;
    this.heapFull = false;
    this.asking.died(at, IN_FLIGHT_MS);
    if (!this.current) return;
    if (this.current.told.died(at, IN_FLIGHT_MS))
      this.shut.release(this.current);
    this.current.died(at, IN_FLIGHT_MS);
  }

  /** Lets so many seconds pass, in ticks while a session runs. */
  wait(seconds: number): void {
    const until = this.now + seconds * 1000;
    while (this.now < until) {
      const truth = this.current;
      if (!truth || truth.still) this.world.run(until);
      else {
        this.world.run(this.now + TICK);
        truth.tick(this.now);
      }
      this.check();
    }
  }

  private lightDisplay(): void {
    if (!this.world.watch.display.on) this.happens("display-on");
  }

  /** Launches the app if it does not run, and reads what it asks. */
  launch(): void {
    this.lightDisplay();
    if (this.world.watch.running) return;
    this.do("launch");
    this.world.run(this.now + FIRST_SCREEN_MS);
    this.check();
    const { current } = this;
    if (!this.world.watch.running) return;
    const asks = this.view === "resume";
    if (current?.state === "cut" && !asks) current.notOffered();
    else if (asks) {
      const wrong = current
        ? current.offered()
        : "no session is there to offer";
      if (wrong) this.fail(wrong);
    }
  }

  /** Touches an element if the open view has it; a finger takes a tick. */
  tap(id: string): void {
    this.wait(TICK / 1000);
    this.lightDisplay();
    const { view } = this;
    if (!this.world.watch.tree?.byId(id)) return;
    const starts = id === "start" && view === "index";
    if (starts) {
      this.asking.begin(this.seconds);
      this.shown = this.routineShown();
    }
    const missed = this.do(`tap:${id}`);
    if (missed) return this.check();
    if (openQuestion(this.world, this.view)?.kind === "notice" && starts)
      this.asking.stopped(this.now);
    if (starts) this.mayHaveStarted(true);
    else if (view === "resume") this.current!.answered(id, this.now);
    else if (id !== "start") this.current?.tapped(id, this.now);
    this.check();
  }

  /** Answers the question that is open, if any is, by the number of the answer. */
  answer(choice: number): void {
    this.wait(TICK / 1000);
    this.lightDisplay();
    const question = openQuestion(this.world, this.view);
    if (!question || choice >= question.choices) return;
    const { kind } = question;
    const rows = (this.current?.routine.items.length ?? 0) + 1;
    if (kind === "which" && choice >= rows) return;
    const missed = this.do(
      kind === "which"
        ? touchRow(choice)
        : `tap:${kind === "back" ? "back" : "choice"}-${choice}`,
    );
    if (!missed) {
      this.count("questions answered");
      this.asking.answered(question, choice, this.current, this.now);
      this.mayHaveStarted(false);
    }
    this.check();
  }

  /** A swipe to the right, which to a question is no answer. */
  swipeBack(): void {
    const question = openQuestion(this.world, this.view);
    const missed = this.do("swipe-back");
    if (missed) this.fail(`swipe-back: ${missed}`);
    if (question) {
      this.asking.answered(question, undefined, this.current, this.now);
      this.mayHaveStarted(false);
    }
    this.check();
  }

  /** Seconds since 1970, by the clocks of watch and phone. */
  get seconds(): number {
    return Math.floor(this.world.wallMs / 1000);
  }

  /** The routine that the home screen names. */
  private routineShown(): Routine {
    const name = this.world.watch.texts().routine;
    const all = [...ROUTINE_CHOICES, BUILT_IN];
    const shown = all.find((routine) => routine.name === name);
    return shown ?? this.fail(`the watch plays ${name}`);
  }

  /** A tap may have started a session: that on start has to, where nothing is asked. */
  private mayHaveStarted(onStart: boolean): void {
    const plan = planOnFile(this.world);
    if (plan && plan.id !== this.planned) {
      this.planned = plan.id;
      return this.sessionStarted(plan, plan.routine);
    }
    const { watch } = this.world;
    // A full watch has no room for the plan.
    if (UNDER_WAY.includes(this.view))
      return this.sessionStarted(undefined, this.shown);
    const asks = watch.files.has("plans") || watch.files.has("plans-new");
    if (onStart && watch.running && !asks && !this.heapFull)
      this.fail("start did nothing");
  }

  private sessionStarted(plan: PlanOnFile | undefined, routine: Routine): void {
    const { jitterMs } = this.story;
    const start = this.seconds;
    if (this.asking.startsNothing)
      this.fail("a session began, and none was to");
    const truth = new SessionTruth(
      routine,
      start,
      this.now,
      jitterMs,
      this.current,
    );
    this.current = truth;
    if (this.storageFull) truth.noRoom();
    this.sessions.push(truth);
    if (plan) {
      truth.id = plan.id;
      truth.told.answers.mode = plan.mode;
      const strange = plan.rows.find((row) => !this.sentRows.has(row));
      if (strange) this.fail(`nobody sent ${strange}, which is in the session`);
    }
    // Where nothing else is left, the app plays all of its own easy items.
    const isOwnEasy =
      plan?.rows.length === OWN_EASY.length &&
      plan.rows.every((row) => OWN_EASY.includes(row));
    const unlike = this.asking.takeInto(truth);
    // A full watch keeps no plan, and with it not how the session is done.
    const wrong =
      (plan ? unlike : undefined) ??
      (isOwnEasy ? undefined : this.shut.wrongIn(routine.items));
    if (wrong) this.fail(wrong);
  }
}
