import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { WorldContext } from "../context";
import type { ExitReason } from "../events";
import { arrive, type ArrivedFile } from "../link/inbox";
import type { Link, LinkEnd } from "../link/link";
import type { QueuedFile } from "../link/transfers";
import type { FitbitPackage, WatchBundle } from "../package/open";
import { Strings } from "../package/languages";
import { BrokenCalls, StepDeath } from "../program";
import type { Random } from "../time/random";
import { ViewError } from "../view/index";
import { GuestError } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import { type Body, restingBody } from "./body";
import { Disk } from "./disk";
import { Display, type DisplayMode } from "./display";
import { ExerciseRecorder } from "./exercise";
import type { TouchPhase, Way } from "./finger";
import { Process, type TapResult } from "./process";

/** What the watch counts over all launches. */
export interface Counters {
  textWrites: number;
  textWritesWhileDark: number;
  vibrations: number;
  /** How often the app was woken up to do something. */
  wakeups: number;
}

/** Bytes of this engine's heap that hold what one of the watch's engine holds (32-bit QuickJS
 * beside JerryScript: 96 KB beside 36 KB). */
const HEAP_RATIO = 96 / 36;

/** How long the system takes to start an app that another one asked for. */
const RELAUNCH_MS = 300;

export interface WatchSetup {
  readonly pkg: FitbitPackage;
  readonly bundle: WatchBundle;
  readonly display: DisplayMode;
  /** Overrides what follows from the manifest's `heapSize`. */
  readonly heapLimitBytes: number | undefined;
  readonly refusedPermissions: readonly string[];
  engine(): QuickJSWASMModule;
}

/** The watch: what it is, what it keeps, and the app when it runs. */
export class Watch {
  readonly bundle: WatchBundle;
  readonly pkg: FitbitPackage;
  readonly body: Body = restingBody();
  readonly counters: Counters = {
    textWrites: 0,
    textWritesWhileDark: 0,
    vibrations: 0,
    wakeups: 0,
  };
  readonly disk: Disk;
  readonly display: Display;
  readonly exercise: ExerciseRecorder;
  readonly heapLimit: number;
  /** The app's random, and those of timers that are late. */
  readonly random: Random;
  readonly jitter: Random;
  /** Files that have arrived and that the app has not taken yet. */
  readonly inbox: ArrivedFile[] = [];
  readonly steps = new StepDeath();
  readonly wakeUps = new StepDeath();
  private isOff = false;
  readonly broken = new BrokenCalls();
  /** What started the app with something to say, packed as text. */
  launchArguments: string | undefined;
  /** Called after each {@link bodyChanged}. */
  onBodyChange: (() => void) | undefined;
  private again: { readonly args: string | undefined } | undefined;
  private process: Process | undefined;
  private heapAtEnd = { used: 0, peak: 0 };
  private heapPeak = 0;
  private translations: Strings | undefined;

  constructor(
    readonly world: WorldContext,
    readonly link: Link,
    private readonly setup: WatchSetup,
  ) {
    this.bundle = setup.bundle;
    this.pkg = setup.pkg;
    this.random = world.random.fork();
    this.jitter = world.random.fork();
    this.heapLimit =
      setup.heapLimitBytes ??
      Math.round(setup.bundle.manifest.heapSize * 1024 * HEAP_RATIO);
    this.disk = new Disk({
      nowMs: () => world.schedule.nowMs,
      random: world.random.fork(),
      changed: (op, name, bytes) =>
        world.emit({ type: "file", op, name, bytes }),
      die: () => this.process?.program.kill(),
    });
    this.display = new Display(world, setup.display);
    this.display.onChange = (on) => this.process?.displayChanged(on);
    this.exercise = new ExerciseRecorder(world, this.body);
  }

  get engine(): QuickJSWASMModule {
    return this.setup.engine();
  }

  get running(): boolean {
    return this.process !== undefined;
  }

  /** The battery is empty. */
  get off(): boolean {
    return this.isOff;
  }

  /** The app waits for its wearer: the system will close it if nobody touches it. */
  get waiting(): boolean {
    return this.process?.waiting === true;
  }

  /** Path of the view that is open; undefined while the app does not run. */
  get view(): string | undefined {
    return this.process?.views.path;
  }

  /** The open view's elements, for those who draw it. */
  get tree() {
    return this.process?.views.tree;
  }

  /** The app's files by name. Changing the map changes them, unseen by the app. */
  get files(): Map<string, Uint8Array> {
    return this.disk.files;
  }

  /**
   * Starts the app, if it does not run and the watch is on. An error in it ends it again, with an `exit` event.
   * @param args what another launch of the app passed to this one, as text
   */
  launch(args?: string): void {
    if (this.process !== undefined || this.isOff) return;
    this.launchArguments = args;
    this.display.touch();
    this.world.emit({ type: "launch", from: "watch" });
    try {
      this.process = new Process(this);
    } catch (error) {
      if (!(error instanceof ViewError || error instanceof GuestError)) {
        throw error;
      }
      this.world.emit({
        type: "exit",
        from: "watch",
        reason: "error",
        error: error.message,
      });
      return;
    }
    this.process.start();
    this.link.programChanged("watch");
  }

  /** A sudden death: no unload; of the last writes, some may be torn or lost. */
  kill(): void {
    if (this.process === undefined) return;
    this.process.program.kill();
    this.disk.tear();
  }

  /** The battery runs empty: a sudden death, dark and out of reach until {@link switchOn}. */
  switchOff(): void {
    this.kill();
    this.display.switchByWearer(false);
    this.isOff = true;
    this.link.power(false);
  }

  /** The watch has been charged. It does not launch the app. */
  switchOn(): void {
    this.isOff = false;
    this.link.power(true);
  }

  /**
   * Fills the running app's heap so that only `bytes` of this engine's are left to it; none of it
   * stays when the app ends. Undefined gives all back.
   */
  leaveHeap(bytes: number | undefined): void {
    this.process?.program.sandbox.leave(bytes);
  }

  /** Has the app die in its `count`-th next change of a file, which is left torn. */
  killAtFileOp(count: number): void {
    this.disk.dieAtOp(count);
  }

  /** Has the app die before or after its `count`-th next step that leaves a trace: a change of a
   * file, of the outbox or inbox, a message, a change of the exercise. */
  killAtStep(count: number, when: "before" | "after" = "before"): void {
    this.steps.at(count, when);
  }

  /** Has the app die at its `count`-th next wake-up: a timer, a message, a file, a touch. */
  killAtWake(count: number, when: "before" | "after" = "before"): void {
    this.wakeUps.at(count, when);
  }

  /** Has a part of the system fail: the app's next `times` calls of a host op throw, such as
   * `vibrate`, `fs.writeAt` or `view.set`; 0 mends it. */
  breakCall(op: string, times = Infinity): void {
    this.broken.set(op, times);
  }

  /** Closes the app as the system does, its `unload` first. */
  exit(): void {
    this.process?.program.close("exit");
  }

  /** Touches the middle of an element of the open view. */
  tap(id: string): TapResult {
    if (this.process === undefined) {
      return { ok: false, reason: "the app does not run" };
    }
    this.display.touch();
    return this.process.tap(id);
  }

  /**
   * One part of a touch, in pixels of the screen. A drag scrolls the list, panorama or wheel under
   * it; one to the right that scrolls nothing is the back gesture; what ends where it began is a
   * click. On a dark display it only wakes that up.
   */
  touch(phase: TouchPhase, x: number, y: number): void {
    const wasOn = this.display.on;
    this.display.touch();
    if (wasOn || !this.display.on) this.process?.touch(phase, x, y);
  }

  /**
   * Scrolls what is at a point of the screen, its middle when left out, by one item or a part of
   * what is seen: for those who have no finger to drag with.
   * @returns false when nothing scrolls that way
   */
  scroll(way: Way, at?: { readonly x: number; readonly y: number }): boolean {
    if (!this.display.on) return false;
    this.display.touch();
    const { width, height } = this.bundle.manifest.screen;
    const middle = { x: width / 2, y: height / 2 };
    return this.process?.scroll(way, at ?? middle) === true;
  }

  swipeBack(): void {
    this.display.touch();
    this.process?.goBack();
  }

  key(key: "up" | "down" | "back"): void {
    this.display.touch();
    this.process?.key(key);
  }

  /** Someone lights or darkens the display. */
  setDisplay(on: boolean): void {
    this.display.switchByWearer(on);
  }

  /** To be called after a change of {@link body} that apps are told of. */
  bodyChanged(): void {
    this.process?.bodyChanged();
    this.onBodyChange?.();
  }

  /** Visible texts of the open view, by id. */
  texts(): Record<string, string> {
    const texts = this.process?.views.texts() ?? new Map<string, string>();
    return Object.fromEntries(texts);
  }

  /** Bytes of the app's heap, the host's own part not counted; peak is over all launches. */
  heap(): { used: number; peak: number; limit: number } {
    const now = this.process?.program.sandbox.heap ?? this.heapAtEnd;
    return {
      used: now.used,
      peak: Math.max(this.heapPeak, now.peak),
      limit: this.heapLimit,
    };
  }

  /** Bytes of the app's heap right now, garbage collected; 0 while it does not run. */
  liveHeap(): number {
    return this.process?.program.sandbox.measure() ?? 0;
  }

  granted(permission: string): boolean {
    return (
      this.pkg.manifest.requestedPermissions.includes(permission) &&
      !this.setup.refusedPermissions.includes(permission)
    );
  }

  /** A message in the wearer's language, else in the app's default one, else as it is. */
  strings(message: string): string {
    const { languages, defaultLanguage } = this.bundle.manifest;
    const path =
      languages.get(this.world.locale.toLowerCase()) ??
      languages.get(defaultLanguage);
    this.translations ??= new Strings(
      (path !== undefined ? this.bundle.files.get(path) : undefined) ??
        new Uint8Array(),
    );
    return this.translations.get(message) ?? message;
  }

  /** What stays when the watch is switched off. */
  exportState(): WatchState {
    return {
      files: new Map(this.disk.files),
      queue: this.link.transfers
        .queue("phone")
        .map(({ to, name, data }) => ({ to, name, data })),
      inbox: [...this.inbox],
    };
  }

  /** Puts back what {@link exportState} gave; before the first launch. */
  importState(state: WatchState): void {
    for (const [name, bytes] of state.files) this.disk.files.set(name, bytes);
    for (const file of state.queue) this.link.transfers.enqueue(file);
    this.inbox.push(...state.inbox);
  }

  /** The process says it has ended. */
  ended(process: Process, reason: ExitReason, error: string | undefined): void {
    const { used, peak } = process.program.sandbox.heap;
    this.heapAtEnd = { used, peak };
    this.heapPeak = Math.max(this.heapPeak, peak);
    this.process = undefined;
    this.display.released();
    if (this.exercise.state !== "stopped") this.exercise.command("stop", "");
    this.world.emit({
      type: "exit",
      from: "watch",
      reason,
      ...(error === undefined ? {} : { error }),
    });
    this.link.programChanged("watch");
    const { again } = this;
    this.again = undefined;
    if (again === undefined || reason !== "exit") return;
    const { schedule } = this.world;
    schedule.at(schedule.nowMs + RELAUNCH_MS, () => this.launch(again.args));
  }

  /** The app asks to be started anew when it has ended, with arguments packed as text. */
  relaunch(args: string | undefined): void {
    this.again = { args };
  }

  /** This end of the link. */
  readonly end: LinkEnd = ((watch: Watch) => ({
    get running() {
      return watch.running;
    },
    receive: ({ name, data }) => {
      arrive(watch.inbox, { name, data });
    },
    received: () => watch.wake("newfile"),
    otherChanged: () => undefined,
    transferChanged: ({ number, state }) => {
      if (watch.process?.outbox.knows(number) !== true) return;
      const over = state !== "pending" && state !== "transferring";
      watch.wake("transfer", number, over);
      if (over) watch.process?.outbox.forget(number);
    },
    peer: (type, data, wasClean) => watch.wake("peer", type, data, wasClean),
  }))(this);

  /** Ends everything without a word; the watch cannot be used any more. */
  dispose(): void {
    this.process?.program.discard();
    this.process = undefined;
  }

  private wake(kind: string, ...args: HostValue[]): void {
    const { process } = this;
    process?.program.soon(() => process.wake(kind, ...args));
  }

  /** To be called when the wall clock was set. */
  clockChanged(): void {
    this.process?.ticks.restart();
  }
}

/** Files of the watch, what waits to be sent and what waits to be taken. */
export interface WatchState {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly queue: readonly QueuedFile[];
  readonly inbox: readonly ArrivedFile[];
}
