import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { WorldContext } from "../context";
import type { ExitReason } from "../events";
import { arrive, type ArrivedFile } from "../link/inbox";
import type { LinkEnd, SystemLink } from "../link/link";
import type { QueuedFile } from "../link/transfers";
import { MessageTable } from "../package/languages";
import type { PackageManifest } from "../package/manifest";
import type { WatchBundle } from "../package/open";
import type { PermissionCheck } from "../package/permissions";
import { BrokenCalls, StepDeath } from "../program";
import type { Random } from "../time/random";
import { ViewError } from "../view/index";
import { GuestError } from "../vm/sandbox";
import type { HostValue } from "../vm/values";
import { type Body, restingBody } from "./body";
import type { Counters } from "./counters";
import { Disk } from "./disk";
import { Display, type DisplayMode } from "./display";
import { ExerciseRecorder } from "./exercise";
import { type HeapUse, type MemoryUse, memoryUse } from "./memory-use";
import { mostQuickJsBytes, SYSTEM_BYTES } from "./jerryscript";
import { watchModel } from "./models";
import { Process } from "./process";

/** Milliseconds the system takes to start an app that another one asked for. */
const RELAUNCH_MS = 300;

export interface WatchDeviceSetup {
  readonly manifest: PackageManifest;
  readonly bundle: WatchBundle;
  readonly granted: PermissionCheck;
  readonly display: DisplayMode;
  /** All of the watch's heap; follows from the manifest's `heapSize` when undefined. */
  readonly watchHeapBytes: number | undefined;
  engine(): QuickJSWASMModule;
}

/** Files of the watch, what waits to be sent and what waits to be taken. */
export interface WatchState {
  /** The app's files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Files for the phone that have not arrived, in order. */
  readonly queue: readonly QueuedFile[];
  /** Files from the phone that the app has not taken, in order. */
  readonly inbox: readonly ArrivedFile[];
}

/** The watch as the simulator's other parts see it: what it keeps, and the app while it runs. */
export class WatchDevice {
  readonly body: Body;
  readonly counters: Counters = {
    textWrites: 0,
    textWritesWhileDark: 0,
    vibrations: 0,
    wakeups: 0,
  };
  readonly disk: Disk;
  readonly display: Display;
  readonly exercise: ExerciseRecorder;
  /** Bytes of the watch's heap that are the app's. */
  readonly memoryLimit: number;
  readonly inbox: ArrivedFile[] = [];
  readonly steps = new StepDeath();
  readonly wakeUps = new StepDeath();
  readonly broken = new BrokenCalls();
  /** Called after each {@link bodyChanged}. */
  onBodyChange: (() => void) | undefined;
  private readonly random: Random;
  private readonly jitter: Random;
  private batteryEmpty = false;
  private relaunchWanted: { readonly args: string | undefined } | undefined;
  private process: Process | undefined;
  private heapAtEnd = { used: 0, peak: 0 };
  private heapPeak = 0;
  private translations: MessageTable | undefined;

  constructor(
    private readonly world: WorldContext,
    private readonly link: SystemLink,
    private readonly setup: WatchDeviceSetup,
  ) {
    this.body = restingBody();
    this.body.missingSensors = [
      ...(watchModel(setup.bundle.target)?.lacks ?? []),
    ];
    this.random = world.random.fork();
    this.jitter = world.random.fork();
    const all = setup.watchHeapBytes ?? setup.bundle.manifest.heapSize * 1024;
    this.memoryLimit = Math.max(0, all - SYSTEM_BYTES);
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

  /** The app while it runs. */
  get app(): Process | undefined {
    return this.process;
  }

  /** Code name of the model. */
  get target(): string {
    return this.setup.bundle.target;
  }

  /** Pixels. */
  get screen(): { readonly width: number; readonly height: number } {
    return this.setup.bundle.manifest.screen;
  }

  /** A file of the package, else of the app's own, by its path. */
  asset(path: string): Uint8Array | undefined {
    const own = path.replace(/^\/private\/data\//, "");
    return this.setup.bundle.files.get(path) ?? this.disk.files.get(own);
  }

  /** Starts the app, if it does not run and the watch is on. @param args packed as text */
  launch(args?: string): void {
    if (this.process !== undefined || this.batteryEmpty) return;
    this.display.noticeTouch();
    this.world.emit({ type: "launch", from: "watch" });
    try {
      this.process = this.createProcess(args);
    } catch (error) {
      if (!(error instanceof ViewError || error instanceof GuestError)) {
        throw error;
      }
      const { message } = error;
      const from = "watch";
      this.world.emit({ type: "exit", from, reason: "error", error: message });
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
    this.batteryEmpty = true;
    this.link.power(false);
  }

  /** The watch has been charged. It does not launch the app. */
  switchOn(): void {
    this.batteryEmpty = false;
    this.link.power(true);
  }

  /** To be called after a change of {@link body} that programs are told of. */
  bodyChanged(): void {
    this.process?.bodyChanged();
    this.onBodyChange?.();
  }

  /** To be called when the wall clock was set. */
  clockChanged(): void {
    this.process?.ticks.restart();
  }

  heap(): HeapUse {
    const { used, peak } = this.process?.program.sandbox.heap ?? this.heapAtEnd;
    return {
      used,
      peak: Math.max(this.heapPeak, peak),
      limit: mostQuickJsBytes(this.memoryLimit),
    };
  }

  memory(): MemoryUse {
    return memoryUse(this.heap(), this.memoryLimit);
  }

  exportState(): WatchState {
    return {
      files: new Map(this.disk.files),
      queue: this.link.transfers.queuedFiles("phone"),
      inbox: [...this.inbox],
    };
  }

  /** Puts back what {@link exportState} gave; before the first launch. */
  importState(state: WatchState): void {
    for (const [name, bytes] of state.files) this.disk.files.set(name, bytes);
    for (const file of state.queue) this.link.transfers.enqueue(file);
    this.inbox.push(...state.inbox);
  }

  /** This end of the link. */
  readonly end: LinkEnd = ((watch: WatchDevice) => ({
    get running() {
      return watch.process !== undefined;
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

  /** Ends everything without an event; the watch cannot be used any more. */
  dispose(): void {
    this.process?.program.discard();
    this.process = undefined;
  }

  private createProcess(launchArguments: string | undefined): Process {
    const { world, link, setup } = this;
    const { body, counters, disk, display, exercise, inbox } = this;
    const { random, jitter, steps, wakeUps, broken, memoryLimit } = this;
    const { manifest, bundle, granted } = setup;
    const { transfers, peer } = link;
    return new Process({
      ...{ world, engine: setup.engine(), memoryLimit },
      ...{ manifest, bundle, granted, launchArguments },
      ...{ random, jitter, steps, wakeUps, broken, counters },
      ...{ body, disk, display, exercise, inbox, transfers, peer },
      translate: (message) => this.translate(message),
      relaunch: (args) => {
        this.relaunchWanted = { args };
      },
      ended: (reason, error) => this.ended(reason, error),
    });
  }

  /** A message in the wearer's language, else in the app's default one, else as it is. */
  private translate(message: string): string {
    const { manifest, files } = this.setup.bundle;
    const path =
      manifest.languages.get(this.world.locale.toLowerCase()) ??
      manifest.languages.get(manifest.defaultLanguage);
    this.translations ??= new MessageTable(
      (path !== undefined ? files.get(path) : undefined) ?? new Uint8Array(),
    );
    return this.translations.get(message) ?? message;
  }

  private ended(reason: ExitReason, error: string | undefined): void {
    const { used, peak } = this.process?.program.sandbox.heap ?? this.heapAtEnd;
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
    const { relaunchWanted } = this;
    this.relaunchWanted = undefined;
    if (relaunchWanted === undefined || reason !== "exit") return;
    const { schedule } = this.world;
    schedule.at(schedule.nowMs + RELAUNCH_MS, () =>
      this.launch(relaunchWanted.args),
    );
  }

  private wake(kind: string, ...args: HostValue[]): void {
    const { process } = this;
    process?.program.soon(() => process.wake(kind, ...args));
  }
}
