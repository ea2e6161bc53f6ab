import { ANY_API } from "../package/manifest";
import type { Operations } from "../context";
import type { ExitReason } from "../events";
import { Outbox } from "../link/outbox";
import { Program } from "../program";
import { programOperations } from "../program-operations";
import type { Task } from "../time/schedule";
import type { ViewNode } from "../view/index";
import { isCycle, showNext } from "../view/scroll";
import { isToggle, turnOver } from "../view/toggle";
import type { HostValue } from "../vm/values";
import { AnimationTeller } from "./animation-teller";
import { goalsReached } from "./body";
import { Finger, type TouchPhase, type Way } from "./finger";
import { watchIntrinsics } from "./intrinsics";
import { mostQuickJsBytes, SYSTEM_BYTES } from "./jerryscript";
import { memoryUse, overText } from "./memory-use";
import type { WatchButton } from "./models";
import type { MemoryPressure, WatchMemory } from "./modules/device";
import {
  watchGuest,
  type WatchModuleContext,
  watchOperations,
} from "./modules/index";
import { Ticks } from "./ticks";
import { MissingImages } from "./missing-images";
import { hitTest, type TapResult } from "./hit-test";
import type { ProcessSetup } from "./process-setup";
import type { RunningApp } from "./running-app";
import { viewProblem, Views } from "./views";

const PROPOSED =
  "the package was built with enableProposedAPI: what is not in SDK 6 is not here, and most watches refuse it";

/** The system closes an app that nobody touches for about this long. */
const APP_TIMEOUT_MS = 120_000;

/** One launch of the watch app, until it ends. */
export class Process implements RunningApp {
  readonly program: Program;
  readonly views: Views;
  readonly ticks: Ticks;
  readonly outbox: Outbox;
  private pressure: MemoryPressure = "normal";
  private timeoutOn = true;
  private timeout: Task | undefined;
  private readonly finger: Finger;
  private readonly animations: AnimationTeller;
  private slept: boolean;
  private reached: readonly string[];

  /** @throws ViewError when the first view cannot be read */
  constructor(private readonly watch: ProcessSetup) {
    const { world, display } = watch;
    this.slept = watch.body.asleep;
    this.reached = goalsReached(watch.body);
    this.outbox = new Outbox(watch.transfers, "phone");
    this.views = new Views(
      watch.bundle,
      () => world.schedule.nowMs,
      (message) => watch.translate(message),
    );
    this.views.onTextWrite = () => this.countTextWrite();
    this.program = new Program({
      side: "watch",
      world,
      engine: watch.engine,
      intrinsics: watchIntrinsics,
      heapLimit: mostQuickJsBytes(watch.memoryLimit),
      guest: watchGuest(world.zoneMinutes),
      jitter: watch.jitter,
      steps: watch.steps,
      wakeUps: watch.wakeUps,
      broken: watch.broken,
      rested: () => this.rested(),
      ended: (reason, error) => watch.ended(reason, this.why(reason, error)),
    });
    const { views, program } = this;
    this.ticks = new Ticks({
      app: this,
      display,
      world,
      lateness: () => program.lateness(),
    });
    this.finger = new Finger({
      app: this,
      display,
      views,
      nowMs: () => world.schedule.nowMs,
      send: (type, path, x, y) => this.send(type, path, x, y),
      click: (path, x, y) => this.click(path, x, y),
      goBack: () => this.goBack(),
    });
    this.animations = new AnimationTeller({
      app: this,
      views,
      nowMs: () => world.schedule.nowMs,
    });
    this.program.offer(this.operations());
  }

  get running(): boolean {
    return this.program.running;
  }

  /** Runs the app's main module. */
  start(): void {
    this.noticeActivity();
    if (this.watch.bundle.manifest.api === ANY_API) {
      this.program.log("warn", PROPOSED);
    }
    for (const note of this.views.tree.notes) this.program.log("warn", note);
    if (this.api < 8) this.wake("olderApi", this.api);
    this.wake("main", this.watch.bundle.manifest.main);
  }

  /** Lets the app run until it waits again; gives what its handler gave back. */
  wake(kind: string, ...args: HostValue[]): HostValue {
    return this.program.wake(kind, ...args);
  }

  /** Runs something later, unless the app has ended by then. */
  after(ms: number, run: () => void): Task {
    return this.program.after(ms, run);
  }

  /** Someone used the app: the system's timeout starts anew. */
  noticeActivity(): void {
    this.timeout?.cancel();
    this.timeout = undefined;
    if (!this.waiting) return;
    this.timeout = this.after(APP_TIMEOUT_MS, () =>
      this.program.close("timeout"),
    );
  }

  /** The app waits for its wearer and will be closed if nobody comes. */
  get waiting(): boolean {
    return this.timeoutOn && this.watch.bundle.manifest.appType === "app";
  }

  /** The wearer or the watch's own condition changed: tells of what an app can hear of. */
  bodyChanged(): void {
    const { body } = this.watch;
    this.wake("power");
    if (this.slept !== body.asleep) {
      this.slept = body.asleep;
      if (this.watch.granted("access_sleep")) this.wake("sleep");
    }
    const reached = goalsReached(body);
    const fresh = reached.filter((goal) => !this.reached.includes(goal));
    this.reached = reached;
    if (!this.watch.granted("access_activity")) return;
    for (const goal of fresh) {
      this.wake("reachgoal", goal === "week" ? "week" : "day");
    }
  }

  displayChanged(on: boolean): void {
    if (on) this.noticeActivity();
    this.program.soon(() => {
      this.wake("display");
      this.ticks.displayChanged(on);
      if (this.running) this.showChanges();
    });
  }

  private openView(
    path: string,
    how: "assign" | "replace",
  ): string | undefined {
    try {
      this.views.open(path, how);
      for (const note of this.views.tree.notes) this.program.log("warn", note);
      return undefined;
    } catch (error) {
      const problem = viewProblem(error);
      this.program.miss("view", path);
      return problem;
    }
  }

  private goTo(delta: number): void {
    if (this.views.go(delta)) this.wake("opened", 0);
  }

  tap(id: string): TapResult {
    this.finger.motion.finish();
    const landed = hitTest(this.views.tree, id);
    if ("reason" in landed) return { ok: false, reason: landed.reason };
    this.noticeActivity();
    const { path, x, y } = landed;
    for (const type of ["mousedown", "mouseup"]) this.send(type, path, x, y);
    this.click(path, x, y);
    return { ok: true };
  }

  /** One part of a touch at a point of the screen. */
  touch(phase: TouchPhase, x: number, y: number): void {
    this.noticeActivity();
    this.finger.touch(phase, x, y);
  }

  /** Moves what scrolls at a point one step on; false when nothing does. */
  scroll(way: Way, at: { readonly x: number; readonly y: number }): boolean {
    this.noticeActivity();
    return this.finger.scroll(way, at);
  }

  private click(path: readonly ViewNode[], x: number, y: number): void {
    this.send("click", path, x, y);
    this.send("activate", path, x, y);
    const cycle = path.find(isCycle);
    if (cycle !== undefined) showNext(cycle);
    const toggle = path.find(isToggle);
    if (toggle !== undefined) turnOver(toggle);
  }

  /** Major version of the device API that the app was built for. */
  private get api(): number {
    const { api } = this.watch.bundle.manifest;
    return api === ANY_API ? Infinity : parseInt(api, 10);
  }

  /**
   * The back gesture: the app may prevent it; else one view back, or out of the app. Before API 7 it
   * is the back button.
   */
  goBack(): void {
    if (this.api < 7) return this.key("back");
    this.leaveView();
  }

  private leaveView(): void {
    this.noticeActivity();
    if (this.api < 7) {
      if (this.running) this.program.close("swipe-back");
      return;
    }
    if (this.wake("document", "beforeunload") === true || !this.running) return;
    if (this.views.canGo(-1)) this.goTo(-1);
    else this.program.close("swipe-back");
  }

  key(key: WatchButton): void {
    this.noticeActivity();
    const prevented = ["keydown", "keypress", "keyup"].map(
      (type) => this.wake("document", type, key) === true,
    );
    if (key === "back" && !prevented.includes(true)) this.leaveView();
  }

  private send(
    type: string,
    path: readonly ViewNode[],
    x: number,
    y: number,
  ): void {
    for (const node of path) this.views.tree.animateOwn(node, type);
    const numbers = path.map((node) => this.views.number(node)).join(",");
    this.wake("element", type, numbers, x, y);
  }

  private operations(): Operations {
    const { watch, program } = this;
    return {
      ...watchOperations(this.moduleContext()),
      ...programOperations(program, watch.random, (path) =>
        watch.bundle.text(path),
      ),
    };
  }

  private moduleContext(): WatchModuleContext {
    const { watch, program, ticks, views, outbox } = this;
    return {
      ...watch,
      app: this,
      schedule: watch.world.schedule,
      views,
      outbox,
      missingImages: new MissingImages(
        watch.bundle,
        () => views.path,
        (message) => program.log("warn", message),
      ),
      program,
      ticks,
      openView: (path, how) => this.openView(path, how),
      goTo: (delta) => this.goTo(delta),
      hearAnimations: (number) => this.animations.hear(number),
      memory: () => this.memory(),
      memoryPressure: () => this.pressure,
      noticeActivity: () => this.noticeActivity(),
      timeoutEnabled: () => this.timeoutOn,
      setTimeoutEnabled: (on) => {
        this.timeoutOn = on;
        this.noticeActivity();
      },
    };
  }

  private rested(): void {
    this.watch.counters.wakeups += 1;
    this.showChanges();
    this.checkMemory();
  }

  private showChanges(): void {
    if (!this.watch.display.on) return;
    const text = this.views.takeChanges();
    if (text !== undefined) {
      const view = this.views.path;
      this.watch.world.emit({ type: "screen", view, text });
    }
  }

  /** The watch's heap, the system's part included, as the app can ask for it. */
  private memory(): WatchMemory {
    const { memoryLimit } = this.watch;
    const heap = this.program.sandbox.heap;
    const { used, peak, limit } = memoryUse(heap, memoryLimit);
    // The estimate may be above what a watch has; what a watch says never is.
    return {
      used: SYSTEM_BYTES + Math.min(used, limit),
      peak: SYSTEM_BYTES + Math.min(peak, limit),
      total: SYSTEM_BYTES + limit,
    };
  }

  /** What ended the app, in words. */
  private why(
    reason: ExitReason,
    error: string | undefined,
  ): string | undefined {
    return reason === "out of memory"
      ? `${error}: ${overText(this.watch.memoryLimit)}`
      : error;
  }

  private checkMemory(): void {
    const { used, total } = this.memory();
    const share = used / total;
    const pressure =
      share > 0.9 ? "critical" : share > 0.75 ? "high" : "normal";
    if (pressure === this.pressure) return;
    this.pressure = pressure;
    this.after(0, () => this.wake("memory"));
  }

  private countTextWrite(): void {
    this.watch.counters.textWrites += 1;
    if (!this.watch.display.on) this.watch.counters.textWritesWhileDark += 1;
  }
}
