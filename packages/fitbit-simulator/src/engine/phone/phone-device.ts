import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { WorldContext } from "../context";
import type { ExitReason } from "../events";
import { arrive, type ArrivedFile } from "../link/inbox";
import type { LinkEnd, SystemLink } from "../link/link";
import type { QueuedFile } from "../link/transfers";
import type { FitbitPackage, WatchBundle } from "../package/open";
import type { PermissionCheck } from "../package/permissions";
import { StepDeath } from "../program";
import type { Random } from "../time/random";
import type { Task } from "../time/schedule";
import type { HostValue } from "../vm/values";
import type { Body, Place } from "../watch/body";
import { modelName } from "../watch/models";
import { Calendars } from "./calendars";
import { Companion, type LaunchReasons } from "./companion";
import type { Phone } from "./phone";
import { SettingsPage } from "./settings-page";
import { PhoneStorage, type StorageChange } from "./storage";
import { batteryLevel, isNear } from "./surroundings";
import { WebAnswers } from "./web-answers";

/** How long the phone takes to start the companion. */
const START_MS = 300;
/** How long the companion stays when there is no more reason for it. */
const LINGER_MS = 15_000;
/** The shortest wake interval the platform allows. */
const LEAST_WAKE_INTERVAL_MS = 300_000;

export interface PhoneDeviceSetup {
  readonly pkg: FitbitPackage;
  readonly bundle: WatchBundle;
  readonly granted: PermissionCheck;
  /** Who wears the watch. */
  readonly body: Body;
  engine(): QuickJSWASMModule;
  /** Whether the watch app runs. */
  watchRuns(): boolean;
}

/** What stays when the phone is switched off. */
export interface PhoneState {
  readonly settings: Readonly<Record<string, string>>;
  readonly local: Readonly<Record<string, string>>;
  readonly inbox: readonly ArrivedFile[];
  readonly queue: readonly QueuedFile[];
}

/** The phone as the simulator's other parts see it: storages, companion, settings page. */
export class PhoneDevice implements Phone {
  readonly settingsStorage: PhoneStorage;
  readonly localStorage: PhoneStorage;
  readonly settings: SettingsPage;
  readonly web = new WebAnswers();
  readonly calendars: Calendars;
  readonly inbox: ArrivedFile[] = [];
  readonly received: ArrivedFile[] = [];
  readonly steps = new StepDeath();
  readonly wakeUps = new StepDeath();
  private readonly random: Random;
  private readonly pkg: FitbitPackage;
  /** Where the companion last knew the phone to be; undefined while it does not care. */
  private knownPlace: Place | null | undefined;
  private companion: Companion | undefined;
  private starting: { task: Task; reasons: LaunchReasons } | undefined;
  private linger: Task | undefined;
  /** What the phone holds that is not here. */
  private other: PhoneState = { settings: {}, local: {}, inbox: [], queue: [] };
  private waking: { task: Task; everyMs: number } | undefined;

  constructor(
    private readonly world: WorldContext,
    private readonly link: SystemLink,
    private readonly setup: PhoneDeviceSetup,
  ) {
    this.pkg = setup.pkg;
    this.random = world.random.fork();
    this.settingsStorage = new PhoneStorage(world);
    this.localStorage = new PhoneStorage();
    this.calendars = new Calendars(world.zoneMinutes);
    this.settingsStorage.onChange = (change) => this.settingsChanged(change);
    this.settings = new SettingsPage({
      world,
      code: setup.pkg.phone.settings,
      store: this.settingsStorage,
      random: this.random,
      steps: new StepDeath(),
      engine: () => setup.engine(),
    });
  }

  get running(): boolean {
    return this.companion !== undefined;
  }

  get hasCompanion(): boolean {
    return this.pkg.phone.companion !== undefined;
  }

  get hasSettings(): boolean {
    return this.pkg.phone.settings !== undefined;
  }

  /** Whether the phone sees the watch app run. */
  private get watchRuns(): boolean {
    return this.link.near && this.setup.watchRuns();
  }

  launch(reasons: LaunchReasons = {}): void {
    this.starting?.task.cancel();
    this.starting = undefined;
    const code = this.pkg.phone.companion;
    if (code === undefined || this.companion !== undefined) return;
    this.world.emit({ type: "launch", from: "companion" });
    this.companion = this.createCompanion(code, reasons);
    this.companion.start();
    this.link.programChanged("phone");
    this.stayAwhile();
  }

  /** A sudden death of the companion: no unload. */
  kill(): void {
    this.starting?.task.cancel();
    this.starting = undefined;
    this.companion?.program.kill();
  }

  /** The companion is taken off the phone and put back: a sudden death, and what it stored, what
   * had arrived and what it had handed over is gone. The settings stay. */
  reinstall(): void {
    this.kill();
    this.localStorage.clear("companion");
    this.inbox.length = 0;
    const { transfers } = this.link;
    for (const { number } of transfers.queue("watch")) transfers.cancel(number);
  }

  /**
   * Another phone takes the place of this one, with the app never used there. What this one
   * holds is kept, and comes back when it takes that one's place.
   */
  swap(): void {
    const kept = this.exportState();
    this.settings.close();
    this.reinstall();
    this.importState(this.other);
    this.other = kept;
  }

  private exit(): void {
    this.companion?.program.close("exit");
  }

  /** What the phone knows about the watch. */
  private watchModel(property: string): string | number {
    const { target, manifest } = this.setup.bundle;
    switch (property) {
      case "type":
        return "WATCH";
      case "modelName":
        return modelName(target);
      case "width":
      case "height":
        return manifest.screen[property];
      case "lastSyncTime":
        return 0;
      case "batteryLevel":
        return this.link.near
          ? batteryLevel(this.setup.body.battery)
          : "unknown";
      default:
        return target;
    }
  }

  /** Where the phone is: its owner wears the watch. */
  private get place(): Place | null {
    return this.setup.body.place;
  }

  /** Has the companion told of, and started by, a move of some distance. */
  private monitorPlace(on: boolean): void {
    this.knownPlace = on ? this.place : undefined;
  }

  /** To be called after a change of the body: its owner may be elsewhere by now. */
  bodyChanged(): void {
    const { place, knownPlace } = this;
    if (knownPlace === undefined || !this.setup.granted("access_location"))
      return;
    if (place === null || isNear(place, knownPlace)) return;
    this.knownPlace = place;
    this.stayAwhile();
    if (this.running) this.wake("locationchange");
    else if (this.setup.granted("run_background"))
      this.start({ locationChanged: true });
  }

  /** Wakes the companion regularly; never when left out. */
  private wakeEvery(ms: number | undefined): void {
    this.waking?.task.cancel();
    this.waking = undefined;
    if (ms === undefined) return;
    const everyMs = Math.max(ms, LEAST_WAKE_INTERVAL_MS);
    const { schedule } = this.world;
    const task = schedule.at(schedule.nowMs + everyMs, () => {
      this.wakeEvery(everyMs);
      if (this.running) this.wake("wakeinterval");
      else this.start({ wokenUp: true });
    });
    this.waking = { task, everyMs };
  }

  exportState(): PhoneState {
    return {
      settings: this.settingsStorage.entries(),
      local: this.localStorage.entries(),
      inbox: [...this.inbox],
      queue: this.link.transfers.queuedFiles("watch"),
    };
  }

  /** Puts back what {@link exportState} gave; before the first launch. */
  importState(state: PhoneState): void {
    this.settingsStorage.load(state.settings);
    this.localStorage.load(state.local);
    this.inbox.push(...state.inbox);
    for (const file of state.queue) this.link.transfers.enqueue(file);
    if (state.inbox.length > 0) this.start({ fileTransfer: true });
  }

  /** This end of the link. */
  readonly end: LinkEnd = ((phone: PhoneDevice) => ({
    get running() {
      return phone.running;
    },
    receive: ({ name, data }) => {
      arrive(phone.inbox, { name, data });
      arrive(phone.received, { name, data });
    },
    received: () => {
      phone.stayAwhile();
      if (phone.running) phone.wake("newfile");
      else phone.start({ fileTransfer: true });
    },
    transferChanged: ({ number, state }) => {
      if (phone.companion?.outbox.knows(number) !== true) return;
      const over = state !== "pending" && state !== "transferring";
      phone.wake("transfer", number, over);
      if (over) phone.companion?.outbox.forget(number);
    },
    peer: (type, data, wasClean) => {
      phone.stayAwhile();
      phone.wake("peer", type, data, wasClean);
    },
    otherChanged: () => {
      if (phone.running) phone.wake("peerApp");
      else if (phone.watchRuns) phone.start({ peerAppLaunched: true });
      phone.stayAwhile();
    },
  }))(this);

  private createCompanion(code: string, reasons: LaunchReasons): Companion {
    const { world, link, random, steps, wakeUps, setup } = this;
    const { settingsStorage, localStorage, inbox, web, calendars } = this;
    const { transfers, peer } = link;
    return new Companion({
      ...{
        world,
        engine: setup.engine(),
        random,
        steps,
        wakeUps,
        code,
        reasons,
      },
      ...{ manifest: setup.pkg.manifest, granted: setup.granted },
      ...{ settingsStorage, localStorage, inbox, transfers, peer },
      ...{ web, calendars },
      watchRuns: () => this.watchRuns,
      watchModel: (property) => this.watchModel(property),
      place: () => this.place,
      weather: () => this.setup.body.weather,
      monitorsPlace: () => this.knownPlace !== undefined,
      monitorPlace: (on) => this.monitorPlace(on),
      wakeIntervalMs: () => this.waking?.everyMs,
      wakeEvery: (ms) => this.wakeEvery(ms),
      ended: (reason, error) => this.companionEnded(reason, error),
    });
  }

  private companionEnded(reason: ExitReason, error: string | undefined): void {
    this.companion = undefined;
    this.linger?.cancel();
    this.world.emit({
      type: "exit",
      from: "companion",
      reason,
      ...(error === undefined ? {} : { error }),
    });
    this.link.programChanged("phone");
  }

  /** Ends everything without an event. */
  dispose(): void {
    this.companion?.program.discard();
    this.companion = undefined;
    this.settings.discard();
  }

  private settingsChanged(change: StorageChange): void {
    this.settings.storageChanged();
    if (change.from === "companion") return;
    const { key, oldValue, newValue } = change;
    this.stayAwhile();
    if (this.running) this.wake("storage", key, oldValue, newValue);
    else this.start({ settingsChanged: true });
  }

  /** Starts the companion soon; reasons that come together count together. */
  private start(reasons: LaunchReasons): void {
    if (!this.hasCompanion || this.running) return;
    const { schedule } = this.world;
    const all = { ...this.starting?.reasons, ...reasons };
    this.starting?.task.cancel();
    const atMs = this.starting?.task.atMs ?? schedule.nowMs + START_MS;
    const task = schedule.at(atMs, () => this.launch(all));
    this.starting = { task, reasons: all };
  }

  /** Lets the companion run on as long as it has a reason to, and a while longer. */
  private stayAwhile(): void {
    this.linger?.cancel();
    if (!this.running) return;
    const { schedule } = this.world;
    this.linger = schedule.at(schedule.nowMs + LINGER_MS, () => {
      if (this.watchRuns || this.settings.isOpen) this.stayAwhile();
      else this.exit();
    });
  }

  private wake(kind: string, ...args: HostValue[]): void {
    const program = this.companion?.program;
    program?.soon(() => program.wake(kind, ...args));
  }
}
