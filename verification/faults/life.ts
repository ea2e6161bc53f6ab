import { ROUTINE_FILE } from "../../common/wire/link";
import { defaultRoutine } from "../../common/default-routine";
import { Routine } from "../../common/routine";
import {
  type FitbitPackage,
  type World,
  type WorldEvent,
  createWorld,
} from "fitbit-simulator";
import { act } from "fitbit-simulator/run";
import { readCbor } from "../cbor";
import { PhoneTruth } from "./phone-truth";
import { ROUTINE_CHOICES } from "./routine-choices";
import { TICK } from "./session-model";
import { Story } from "./story";
import { SessionTruth } from "./session-truth";

/** What was written this many ms before a death may be lost or torn. */
const IN_FLIGHT_MS = 50;
/** Ms from a launch until the first screen is drawn. */
const FIRST_SCREEN_MS = 500;

/** So many routines may wait for the watch, or pass before home names one. */
const LATELY = 4;

/** Ways to end that are a program's own fault. */
const OWN_FAULTS = ["error", "endless loop", "out of memory"];
/** The routine of a watch that no phone has sent one. */
const BUILT_IN = defaultRoutine();

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
    return /([a-z-]+)\.view$/.exec(this.world.watch.view ?? "")?.[1] ?? "";
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
    const routineSent =
      event.type === "transfer" &&
      event.to === "watch" &&
      event.name === ROUTINE_FILE &&
      event.state === "pending";
    if (!routineSent) return;
    const queue = this.world.link.queue("watch");
    const file = queue.find(({ name }) => name === ROUTINE_FILE)!;
    const packed = readCbor(file.data)?.value as unknown[];
    this.sentRoutines.add(`${packed[1]} ${packed[2]}`);
    this.lately = [...this.lately, String(packed[2])].slice(-LATELY);
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
    this.current?.died(at, IN_FLIGHT_MS);
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
    const { watch } = this.world;
    const { view } = this;
    if (!watch.tree?.byId(id)) return;
    const routine =
      id === "start" && view === "index" ? this.routineShown() : undefined;
    const start = Math.floor(this.world.wallMs / 1000);
    const missed = this.do(`tap:${id}`);
    if (missed) return this.check();
    if (routine) this.sessionStarted(routine, start);
    else if (view === "resume") this.current!.answered(id, this.now);
    else if (id !== "start") this.current?.tapped(id, this.now);
    this.check();
  }

  /** The routine that the home screen names. */
  private routineShown(): Routine {
    const name = this.world.watch.texts().routine;
    const all = [...ROUTINE_CHOICES, BUILT_IN];
    const shown = all.find((routine) => routine.name === name);
    return shown ?? this.fail(`the watch plays ${name}`);
  }

  private sessionStarted(routine: Routine, start: number): void {
    const { jitterMs } = this.story;
    this.current = new SessionTruth(
      routine,
      start,
      this.now,
      jitterMs,
      this.current,
    );
    if (this.storageFull) this.current.noRoom();
    this.sessions.push(this.current);
  }
}
