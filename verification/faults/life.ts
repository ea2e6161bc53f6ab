import { ROUTINE_FILE } from "../../common/wire/link";
import { defaultRoutine } from "../../common/dose";
import { Routine } from "../../common/routine";
import {
  type FitbitPackage,
  type World,
  type WorldEvent,
  createWorld,
} from "fitbit-simulator";
import { act } from "fitbit-simulator/run";
import { decode } from "../builders/cbor";
import { CHOICES } from "./routines";
import { Story, TICK } from "./story";
import { Truth } from "./truth";

/** What was written this many ms before a death may be lost or torn. */
const IN_FLIGHT_MS = 50;
/** Ms from a launch to a screen that says all it has to say. */
const SETTLED = 500;

const FAULTS = ["error", "endless loop", "out of memory"];
/** What a watch plays that has never met a phone. */
const BUILT_IN = defaultRoutine();

/** The story broke a rule; the message says which and when. */
export class Violation extends Error {}

/**
 * A life as it is lived: the world, and what the runner knows of it. All that
 * happens is an action of the session command.
 */
export class Life {
  world!: World;
  /** Every session that was started, in order. */
  readonly sessions: Truth[] = [];
  /** Routines that the phone handed over: revision and name. */
  readonly made = new Set<string>([`0 ${BUILT_IN.name}`]);
  /** What was done, as the session command takes it. */
  readonly actions: string[] = [];
  /** Faults that were injected, by kind. */
  readonly counts: Record<string, number> = {};
  /** The session that was started last. */
  current: Truth | undefined;
  /** The watch has no room for another byte. */
  full = false;
  /** The heap of the running app is nearly full. */
  tight = false;
  /** The routine chosen last, by name. */
  chosen = "";
  private events: WorldEvent[] = [];
  private dying = "";
  private hasOwn = false;

  constructor(readonly story: Story) {}

  /** Makes the world, the app launched for the first time. */
  async begin(pkg: FitbitPackage): Promise<void> {
    const { seed, jitterMs, display } = this.story;
    this.world = await createWorld(pkg, {
      seed,
      jitterMs,
      display,
      onEvent: (event) => this.saw(event),
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

  /** Does what the session command does; a line when it cannot be done. */
  private do(action: string): string | undefined {
    const [, name, value] = /^([a-z-]+)(?::(.*))?$/s.exec(action)!;
    this.actions.push(`${this.now / 1000}:${action}`);
    return act(this.world, { name: name!, value: value ?? "" });
  }

  /** Has something happen that can happen, and looks at what follows. */
  happens(action: string): void {
    const why = this.do(action);
    if (why) this.fail(`${action}: ${why}`);
    this.look();
  }

  /** The same for what ends one of the two programs. */
  dies(side: "watch" | "companion", action: string): void {
    this.dying = side;
    this.happens(action);
    this.dying = "";
  }

  private saw(event: WorldEvent): void {
    this.events.push(event);
    const made =
      event.type === "transfer" &&
      event.to === "watch" &&
      event.name === ROUTINE_FILE &&
      event.state === "pending";
    if (!made) return;
    const queue = this.world.link.queue("watch");
    const file = queue.find(({ name }) => name === ROUTINE_FILE)!;
    const packed = decode(file.data)?.value as unknown[];
    this.made.add(`${packed[1]} ${packed[2]}`);
  }

  /** Holds what happened against what the runner knows. */
  private look(): void {
    const { current } = this;
    for (const event of this.events.splice(0)) {
      const at = Math.round(event.t * 1000);
      if (event.type === "vibrate") {
        const wrong = current
          ? current.felt(event.pattern, at)
          : `felt ${event.pattern} outside a session`;
        if (wrong) this.fail(wrong);
      } else if (event.type === "exit") {
        this.ended(event.from, event.reason, event.error ?? "", at);
      } else if (event.type === "log" && event.level === "error") {
        if (!this.full) this.fail(`${event.from} logged ${event.message}`);
      } else if (event.type === "missing") this.fail(`no ${event.name}`);
    }
    const missing = current?.missing(this.now);
    if (missing) this.fail(missing);
    if (this.view === "error") this.fail("the error screen");
    if (this.view === "index") this.watchRoutine();
  }

  /** A watch that once had a routine of the phone's always has one. */
  private watchRoutine(): void {
    const name = this.world.watch.texts().routine;
    if (!name) return;
    const own = name !== BUILT_IN.name;
    if (this.hasOwn && !own) this.fail("the watch lost its routine");
    this.hasOwn = own;
  }

  private ended(from: string, reason: string, error: string, at: number): void {
    const starved =
      reason === "out of memory" && from === "watch" && this.tight;
    if (FAULTS.includes(reason) && !starved) {
      this.fail(`${from}: ${reason} ${error}`);
    }
    if (starved) this.count("watch died of a full heap");
    else if (reason === "kill" && this.dying !== from) {
      this.count(`${from} died at a step or wake-up`);
    }
    if (from !== "watch") return;
    this.tight = false;
    this.current?.died(at, IN_FLIGHT_MS);
  }

  /** Lets time pass, in ticks while a session runs. */
  wait(seconds: number): void {
    const until = this.now + seconds * 1000;
    while (this.now < until) {
      const truth = this.current;
      if (!truth || truth.still) this.world.run(until);
      else {
        this.world.run(this.now + TICK);
        truth.tick(this.now);
      }
      this.look();
    }
  }

  private lightUp(): void {
    if (!this.world.watch.display.on) this.happens("display-on");
  }

  /** Launches the app if it does not run, and reads what it asks. */
  launch(): void {
    this.lightUp();
    if (this.world.watch.running) return;
    this.do("launch");
    this.world.run(this.now + SETTLED);
    this.look();
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

  /** Touches an element if it is there to be touched; a finger takes a tick. */
  tap(id: string): void {
    this.wait(TICK / 1000);
    this.lightUp();
    const { watch } = this.world;
    const { view } = this;
    if (!watch.tree?.byId(id)) return;
    const plan =
      id === "start" && view === "index" ? this.planShown() : undefined;
    const start = Math.floor(this.world.wallMs / 1000);
    const missed = this.do(`tap:${id}`);
    if (missed) return this.look();
    if (plan) this.started(plan, start);
    else if (view === "resume") this.current!.answered(id, this.now);
    else if (id !== "start") this.current?.tapped(id, this.now);
    this.look();
  }

  /** The routine that the home screen names. */
  private planShown(): Routine {
    const name = this.world.watch.texts().routine;
    const all = [...CHOICES, BUILT_IN];
    const plan = all.find((routine) => routine.name === name);
    return plan ?? this.fail(`the watch plays ${name}`);
  }

  private started(plan: Routine, start: number): void {
    const { jitterMs } = this.story;
    this.current = new Truth(plan, start, this.now, jitterMs, this.current);
    if (this.full) this.current.noRoom();
    this.sessions.push(this.current);
  }
}
