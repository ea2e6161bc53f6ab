import { ROUTINE_FILE } from "../../common/wire-link";
import {
  replaceRoutine,
  routineValues,
} from "../../common/phone/write-settings";
import { defaultRoutine } from "../../common/dose";
import { Routine } from "../../common/routine";
import {
  type FitbitPackage,
  type World,
  type WorldEvent,
  createWorld,
} from "../../simulator/engine";
import { decode } from "../builders/cbor";
import { keyed } from "../../tools/phone-state";
import { CHOICES } from "./routines";
import { Step, Story, TICK } from "./story";
import { Truth } from "./truth";

/** What was written this many ms before a death may be lost or torn. */
const IN_FLIGHT_MS = 50;
/** The watch's storage for an app, as the SDK documents it. */
const QUOTA_BYTES = 15 * 1024 * 1024;
/** Seconds from a launch to a screen that says all it has to say. */
const SETTLED = 500;

const FAULTS = ["error", "endless loop", "out of memory"];
const FILLER = "filler";
/** What a watch plays that has never met a phone. */
const BUILT_IN = defaultRoutine();
const ballast = new Uint8Array(QUOTA_BYTES);

/** The story broke a rule; the message says which and when. */
export class Violation extends Error {}

/** A story as it is lived: the world, and what the runner knows of it. */
export class Life {
  world!: World;
  /** Every session that was started, in order. */
  readonly sessions: Truth[] = [];
  /** Routines that the phone handed over: revision and name. */
  readonly made = new Set<string>([`0 ${BUILT_IN.name}`]);
  /** What was done, as actions of the session command. */
  readonly actions: string[] = [];
  /** What the session command has no action for. */
  readonly beyond: string[] = [];
  /** Faults that were injected, by kind. */
  readonly counts: Record<string, number> = {};
  private full = false;
  chosen = "";
  private events: WorldEvent[] = [];
  private current: Truth | undefined;
  private dying = "";
  private hasOwn = false;

  constructor(readonly story: Story) {}

  async begin(pkg: FitbitPackage): Promise<void> {
    const { seed, jitterMs, display, routine } = this.story;
    this.world = await createWorld(pkg, {
      seed,
      jitterMs,
      display,
      onEvent: (event) => this.saw(event),
    });
    if (jitterMs) this.count("late timers");
    this.world.watch.launch();
    this.choose(CHOICES[routine]!);
    this.wait(4);
  }

  get now(): number {
    return Math.round(this.world.nowMs);
  }

  /** The open view, such as "work"; "" while the app does not run. */
  get view(): string {
    return /([a-z]+)\.view$/.exec(this.world.watch.view ?? "")?.[1] ?? "";
  }

  fail(why: string): never {
    throw new Violation(`${this.now / 1000} s: ${why}`);
  }

  private count(fault: string): void {
    this.counts[fault] = (this.counts[fault] ?? 0) + 1;
  }

  private note(action: string): void {
    this.actions.push(`${this.now / 1000}:${action}`);
  }

  private saw(event: WorldEvent): void {
    this.events.push(event);
    const made =
      event.type === "transfer" &&
      event.to === "watch" &&
      event.name === ROUTINE_FILE &&
      event.state === "pending";
    if (!made) return;
    const queue = this.world.link.transfers.queue("watch");
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
      } else if (event.type === "exit" && event.from !== "settings") {
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

  private ended(
    from: "watch" | "companion",
    reason: string,
    error: string,
    at: number,
  ): void {
    if (FAULTS.includes(reason)) this.fail(`${from}: ${reason} ${error}`);
    if (reason === "kill" && this.dying !== from) {
      this.count(
        from === "watch" ? "watch died at a step" : "phone died at a step",
      );
      const action = from === "watch" ? "kill" : "phone-kill";
      this.actions.push(`${at / 1000}:${action}`);
    }
    if (from === "watch") this.current?.died(at, IN_FLIGHT_MS);
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
    if (this.world.watch.display.on) return;
    this.world.watch.setDisplay(true);
    this.note("display-on");
    this.look();
  }

  launch(): void {
    this.note("launch");
    this.lightUp();
    if (this.world.watch.running) return;
    this.world.watch.launch();
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
  tap(id: string): boolean {
    this.wait(TICK / 1000);
    this.lightUp();
    const { watch } = this.world;
    const { view } = this;
    const plan =
      id === "start" && view === "index" ? this.planShown() : undefined;
    const start = Math.floor(this.world.wallMs / 1000);
    const tapped = watch.tap(id);
    if (tapped.ok) {
      this.note(`tap:${id}`);
      if (plan) this.started(plan, start);
      else if (view === "resume") this.current!.answered(id, this.now);
      else if (id !== "start") this.current?.tapped(id, this.now);
    }
    this.look();
    return tapped.ok;
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
    if (this.full) this.noRoom(this.current);
    this.sessions.push(this.current);
  }

  private choose(routine: Routine): void {
    const { settingsStorage } = this.world.phone;
    const values: Record<string, string> = {};
    for (const key of Object.keys(settingsStorage.entries())) values[key] = "";
    const chosen: Record<string, string> = {};
    replaceRoutine(keyed(chosen), routineValues(routine));
    for (const key of ["summary", "export", "ask", "feel"]) delete values[key];
    for (const [key, value] of Object.entries({ ...values, ...chosen })) {
      if (settingsStorage.get(key) === value) continue;
      settingsStorage.set(key, value, "settings");
      this.note(`set:${key}=${value}`);
    }
    this.chosen = routine.name;
    this.look();
  }

  /** Does one step of the story. */
  step(step: Step): void {
    const { watch, phone, link } = this.world;
    switch (step.do) {
      case "wait":
        return this.wait(step.seconds);
      case "session":
        this.launch();
        if (this.view === "summary") this.tap("done");
        if (this.view === "index") this.tap("start");
        return;
      case "tap":
        this.tap(step.id);
        return;
      case "swipe-back":
        this.note("swipe-back");
        watch.swipeBack();
        return this.look();
      case "launch":
        return this.launch();
      case "kill":
        if (!watch.running) return;
        this.count("watch killed");
        this.note("kill");
        this.dying = "watch";
        watch.kill();
        this.look();
        this.dying = "";
        return;
      case "kill-at-step":
        this.beyond.push(
          `${this.now / 1000}: dies ${step.when} step ${step.n}`,
        );
        return watch.killAtStep(step.n, step.when);
      case "kill-at-file":
        this.beyond.push(`${this.now / 1000}: dies in file change ${step.n}`);
        return watch.killAtFileOp(step.n);
      case "display":
        this.count("display switched");
        this.note(step.on ? "display-on" : "display-off");
        watch.setDisplay(step.on);
        return this.look();
      case "clock":
        this.wait(TICK / 1000);
        this.count("clock set");
        this.note(`clock:${step.seconds > 0 ? "+" : ""}${step.seconds}`);
        this.world.jumpClock(step.seconds * 1000);
        this.current?.clockSet(step.seconds * 1000, this.now);
        // The watch tells a set clock from a sleep once time has passed.
        return this.wait(TICK / 1000);
      case "away":
        this.count("phone away");
        this.note("phone-away");
        link.away();
        return this.look();
      case "back":
        this.note("phone-back");
        link.back();
        return this.look();
      case "choose":
        this.count("routine changed");
        return this.choose(CHOICES[step.routine]!);
      case "phone-kill":
        this.count("companion killed");
        this.note("phone-kill");
        this.dying = "companion";
        phone.kill();
        this.look();
        this.dying = "";
        return;
      case "phone-kill-at-step":
        this.beyond.push(
          `${this.now / 1000}: companion dies ${step.when} step ${step.n}`,
        );
        return phone.killAtStep(step.n, step.when);
      case "phone-wipe":
        return this.wipe();
      case "link":
        this.count(`link ${step.fault}`);
        this.beyond.push(`${this.now / 1000}: link ${step.fault}`);
        link.faults[step.fault] = true;
        return;
      case "full":
        return this.fill();
      case "room":
        this.full = false;
        watch.files.delete(FILLER);
        return;
    }
  }

  private wipe(): void {
    const { phone } = this.world;
    this.count("phone wiped");
    this.beyond.push(`${this.now / 1000}: the companion's storage is wiped`);
    this.dying = "companion";
    phone.kill();
    this.look();
    this.dying = "";
    phone.localStorage.clear("companion");
    for (const truth of this.sessions) {
      if (truth.state === "over") truth.optional = "went with the phone";
    }
  }

  private fill(): void {
    const { files } = this.world.watch;
    let used = 0;
    files.delete(FILLER);
    for (const bytes of files.values()) used += bytes.length;
    files.set(FILLER, ballast.subarray(0, QUOTA_BYTES - used));
    this.count("watch full");
    this.beyond.push(`${this.now / 1000}: the watch is full`);
    this.full = true;
    for (const truth of this.sessions) this.noRoom(truth);
  }

  private noRoom(truth: Truth): void {
    truth.optional ||= "no room";
    truth.vague = true;
  }

  /** Both sides meet, undisturbed, until nothing is left to do. */
  comeTogether(): void {
    const { watch, phone, link } = this.world;
    watch.killAtStep(0);
    watch.killAtFileOp(0);
    phone.killAtStep(0);
    Object.assign(link.faults, {
      outOfOrder: false,
      repeated: false,
      interrupted: false,
    });
    watch.files.delete(FILLER);
    this.full = false;
    link.back();
    this.launch();
    this.endSession();
    for (let i = 0; i < 2; i++) {
      watch.exit();
      this.wait(20);
      this.launch();
      if (!watch.running) this.fail("the app does not start");
      if (this.view === "resume") this.tap("save-session");
      this.endSession();
      if (this.view === "summary") this.tap("done");
      this.wait(20);
    }
    if (this.view !== "index") this.fail(`ends at ${this.view}`);
  }

  private endSession(): void {
    if (this.current?.state !== "live") return;
    for (const id of ["pause", "end", "confirm-end"]) {
      this.tap(id);
    }
    if (this.current.state === "live") this.wait(120);
    if (this.current.state === "live") this.fail(`no way out of ${this.view}`);
  }
}
