import type { Ops } from "../context";
import type { EventBody, ExitReason } from "../events";
import type { Transfer } from "../link/transfers";
import type { Task } from "../time/schedule";
import { type Death, GuestError, Sandbox } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import { watchGuest, watchIntrinsics } from "./guest/index";
import { bodyOps } from "./modules/body";
import { deviceOps } from "./modules/device";
import { fsOps } from "./modules/fs";
import { timerOps } from "./modules/timers";
import { transferOps } from "./modules/transfer";
import { viewOps } from "./modules/view";
import { Ticks } from "./ticks";
import { touch } from "./touch";
import { viewProblem, Views } from "./views";
import type { Watch } from "./watch";

/** The system closes an app that nobody touches for about this long. */
const APP_TIMEOUT_MS = 120_000;

/** What a tap did, or why it could not. */
export type TapResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** One launch of the watch app, until it ends. */
export class Process {
  readonly sandbox: Sandbox;
  readonly views: Views;
  readonly ticks = new Ticks(this);
  /** Transfers this launch asked about, by number. */
  readonly transfers = new Map<number, Transfer>();
  readonly counters;
  pressure: "normal" | "high" | "critical" = "normal";
  private readonly ops: Ops;
  private readonly tasks = new Set<Task>();
  private timeoutOn = true;
  private timeout: Task | undefined;
  private inside = false;
  private exitWanted = false;
  private closing = false;
  private over = false;

  /** @throws ViewError when the first view cannot be read */
  constructor(readonly watch: Watch) {
    this.counters = watch.counters;
    this.views = new Views(watch.bundle);
    this.views.onTextWrite = () => this.countTextWrite();
    this.ops = {
      ...viewOps(this),
      ...deviceOps(this),
      ...bodyOps(this),
      ...fsOps(this),
      ...transferOps(this),
      ...timerOps(this),
    };
    this.sandbox = new Sandbox(watch.engine, {
      intrinsics: watchIntrinsics,
      heapLimit: watch.heapLimit,
      host: (op, [a, b, c, d, e]) => {
        const call = this.ops[op];
        if (call === undefined) throw new GuestError(`no host call ${op}`);
        return call(a, b, c, d, e);
      },
    });
    this.sandbox.boot(watchGuest(watch.world.zoneMinutes));
  }

  get running(): boolean {
    return !this.over;
  }

  get timeoutEnabled(): boolean {
    return this.timeoutOn;
  }

  set timeoutEnabled(value: boolean) {
    this.timeoutOn = value;
    this.noticeActivity();
  }

  /** Runs the app's main module. */
  start(): void {
    this.noticeActivity();
    for (const note of this.views.tree.notes) this.log("warn", note);
    this.wake("main", this.watch.bundle.manifest.main);
  }

  /** Lets the app run until it waits again; gives what its handler gave back. */
  wake(kind: string, ...args: HostValue[]): HostValue {
    if (this.over) return undefined;
    this.counters.wakeups += 1;
    this.inside = true;
    const result = this.sandbox.enter(kind, this.watch.world.wallMs(), ...args);
    this.inside = false;
    if ("death" in result) {
      this.die(result.death);
      return undefined;
    }
    this.showChanges();
    this.checkMemory();
    if (this.exitWanted && !this.closing) this.close("exit");
    return result.value;
  }

  /** Runs something later, unless the app has ended by then. */
  after(ms: number, run: () => void): Task {
    const { schedule } = this.watch.world;
    const task = schedule.at(schedule.nowMs + ms, () => {
      this.tasks.delete(task);
      run();
    });
    this.tasks.add(task);
    return {
      atMs: task.atMs,
      cancel: () => {
        task.cancel();
        this.tasks.delete(task);
      },
    };
  }

  /** Runs something now, or as soon as the app has come to rest. */
  soon(run: () => void): void {
    if (this.inside) this.after(0, run);
    else run();
  }

  /** How much later than asked the next timer fires. */
  lateness(): number {
    const { jitterMs } = this.watch.world;
    return jitterMs > 0 ? this.watch.jitter.upTo(jitterMs) : 0;
  }

  log(level: "log" | "info" | "warn" | "error", message: string): void {
    this.emit({ type: "log", level, message, from: "watch" });
  }

  /** Someone used the app: the system's timeout starts anew. */
  noticeActivity(): void {
    this.timeout?.cancel();
    this.timeout = undefined;
    if (!this.timeoutOn || this.watch.bundle.manifest.appType !== "app") return;
    this.timeout = this.after(APP_TIMEOUT_MS, () => this.close("timeout"));
  }

  displayChanged(on: boolean): void {
    if (on) this.noticeActivity();
    this.soon(() => {
      this.wake("display");
      this.ticks.displayChanged(on);
      if (!this.over) this.showChanges();
    });
  }

  /** Opens a view; gives the problem in words when that fails. */
  openView(path: string, how: "assign" | "replace"): string | undefined {
    try {
      this.views.open(path, how);
      for (const note of this.views.tree.notes) this.log("warn", note);
      return undefined;
    } catch (error) {
      const problem = viewProblem(error);
      this.emit({ type: "missing", what: "view", name: path, from: "watch" });
      return problem;
    }
  }

  /** Moves in the stack of views; handlers are cleared as on any navigation. */
  goTo(delta: number): void {
    if (this.views.go(delta)) this.wake("opened", 0);
  }

  tap(id: string): TapResult {
    const landed = touch(this.views.tree, id);
    if ("reason" in landed) return { ok: false, reason: landed.reason };
    this.noticeActivity();
    const { x, y } = landed;
    const path = landed.path.map((node) => this.views.number(node)).join(",");
    for (const type of ["mousedown", "mouseup", "click", "activate"]) {
      this.wake("element", type, path, x, y);
    }
    return { ok: true };
  }

  /** The back gesture: the app may prevent it; else one view back, or out of the app. */
  goBack(): void {
    this.noticeActivity();
    if (this.wake("document", "beforeunload") === true || this.over) return;
    if (this.views.canGo(-1)) this.goTo(-1);
    else this.close("swipe-back");
  }

  key(key: "up" | "down" | "back"): void {
    this.noticeActivity();
    const prevented = ["keydown", "keypress", "keyup"].map(
      (type) => this.wake("document", type, key) === true,
    );
    if (key === "back" && !prevented.includes(true)) this.goBack();
  }

  /** The app asked to end: it does when it comes to rest. */
  requestExit(): void {
    this.exitWanted = true;
  }

  /** Ends the app the polite way, its `unload` first. */
  close(reason: ExitReason): void {
    if (this.over || this.closing) return;
    this.closing = true;
    this.wake("unload");
    this.finish(reason);
  }

  /** Ends the app at once; also from inside one of its own calls. */
  kill(): void {
    const death = { reason: "killed", error: "killed" } as const;
    if (this.inside) this.sandbox.kill(death);
    else this.die(death);
  }

  private die(death: Death): void {
    if (death.reason === "killed") this.finish("kill");
    else this.finish(death.reason, death.error);
  }

  /** Frees what the app holds, without a word. */
  discard(): void {
    this.over = true;
    for (const task of this.tasks) task.cancel();
    this.tasks.clear();
    this.sandbox.dispose();
  }

  private finish(reason: ExitReason, error?: string): void {
    if (this.over) return;
    this.discard();
    this.watch.ended(this, reason, error);
  }

  private showChanges(): void {
    if (!this.watch.display.on) return;
    const text = this.views.takeChanges();
    if (text !== undefined) {
      this.emit({ type: "screen", view: this.views.path, text });
    }
  }

  private checkMemory(): void {
    const { used, limit } = this.sandbox.heap;
    const share = used / limit;
    const pressure =
      share > 0.9 ? "critical" : share > 0.75 ? "high" : "normal";
    if (pressure === this.pressure) return;
    this.pressure = pressure;
    this.after(0, () => this.wake("memory"));
  }

  private countTextWrite(): void {
    this.counters.textWrites += 1;
    if (!this.watch.display.on) this.counters.textWritesWhileDark += 1;
  }

  private emit(event: EventBody): void {
    this.watch.world.emit(event);
  }
}
