import { PackageImages } from "../../draw/images";
import {
  createWorld,
  type FitbitPackage,
  openPackage,
  type World,
  type WorldEvent,
} from "../../engine";
import { aboutPackage } from "./about";
import { type Kept, readKept, restore, takeKept } from "./kept";
import { Pace, type RealTime } from "./pace";
import type { Command, Report, Screen, Setup, WorldState } from "./protocol";
import { justRan } from "./run";
import { takeScreen } from "./screen";
import { SettingsView } from "./settings";
import type { Store } from "./store";

/** A dropped package is kept under this name, states under `state <appId>`. */
const PACKAGE_KEY = "package";
/** Thirty frames a second. */
const FRAME_MS = 33;
const KEEP_AFTER: ReadonlySet<WorldEvent["type"]> = new Set([
  "file",
  "transfer",
  "storage",
  "exit",
]);

/** What the host needs of the place it runs in. */
export interface Surroundings extends RealTime {
  /** Epoch milliseconds. */
  wallMs(): number;
  /** Minutes east of Greenwich. */
  zoneMinutes(): number;
  /** Bytes of a file by its address. @throws when there is none */
  load(address: string): Promise<Uint8Array>;
  readonly store: Store;
  report(report: Report): void;
}

interface Open {
  readonly pkg: FitbitPackage;
  readonly file: string | undefined;
  readonly world: World;
  readonly images: PackageImages;
  readonly settings: SettingsView;
  readonly setup: Setup;
  /** Milliseconds that went by in earlier worlds of this package. */
  readonly beforeMs: number;
}

/** Owns the world behind the page: obeys its commands and reports what happens. */
export class Host {
  private open: Open | undefined;
  private home = "";
  private readonly pace: Pace;
  private events: WorldEvent[] = [];
  private drawn = "";
  private settingsOpen = false;
  private woke = false;
  private framePlanned: (() => void) | undefined;
  private seenWakeups = -1;
  private unsaved = false;
  private saving = false;

  constructor(private readonly at: Surroundings) {
    this.pace = new Pace(at, {
      world: () => this.open?.world,
      waits: () => this.waits(),
      ran: () => this.tell(),
    });
  }

  /** Does what the page asks; never throws. */
  async obey(command: Command): Promise<void> {
    try {
      await this.do(command);
    } catch (error) {
      this.refuse("The simulator", error);
    }
  }

  private async do(command: Command): Promise<void> {
    switch (command.do) {
      case "ping":
        return this.at.report({ kind: "pong" });
      case "start":
        this.home = command.home;
        return this.start(command.fresh);
      case "open":
        return this.openFile(command.name, command.bytes);
      case "setup":
        return this.rebuild(command.setup);
      case "reset":
        return this.reset();
      case "save":
        return this.save();
      case "speed":
        return this.pace.setSpeed(command.speed);
      case "next-cue":
        return this.pace.seekCue();
      default:
        this.pace.catchUp();
        this.act(command);
        this.seenWakeups = -1;
        this.pace.wake();
    }
  }

  private act(command: Command): void {
    const { open } = this;
    if (open === undefined) return;
    const { world, settings } = open;
    const { watch, phone, link } = world;
    switch (command.do) {
      case "touch":
        this.touch(world, command);
        break;
      case "swipe-back":
        watch.swipeBack();
        break;
      case "key":
        watch.key(command.key);
        break;
      case "display":
        watch.setDisplay(command.on);
        break;
      case "watch":
        if (command.what === "launch") watch.launch();
        else watch.kill();
        break;
      case "companion":
        if (command.what === "launch") phone.launch();
        else phone.kill();
        break;
      case "settings":
        this.settingsOpen = command.open;
        if (command.open) phone.settings.open();
        else phone.settings.close();
        break;
      case "use":
        settings.use(command.place, command.input);
        break;
      case "suggest": {
        const { place, typed } = command;
        const options = settings.suggest(place, typed);
        this.at.report({ kind: "proposals", place, options });
        break;
      }
      case "handle":
        settings.handle(
          command.place,
          command.handler,
          command.args,
          command.store,
        );
        break;
      case "link":
        if (command.near) link.back();
        else link.away();
        this.planSave();
        break;
      case "clock":
        world.jumpClock(command.ms);
        this.planSave();
        break;
      case "body":
        Object.assign(watch.body, command.change);
        watch.bodyChanged();
        this.planSave();
        break;
      case "run":
        justRan(watch.body, command.minutes);
        this.planSave();
    }
  }

  /** A touch that wakes the display does nothing else, not even when the finger leaves. */
  private touch(
    { watch }: World,
    { phase, x, y }: Extract<Command, { do: "touch" }>,
  ): void {
    if (phase === "down") this.woke = !watch.display.on;
    if (phase === "down" || !this.woke) watch.touch(phase, x, y);
  }

  private async start(fresh: boolean): Promise<void> {
    const kept = fresh ? undefined : await this.at.store.get(PACKAGE_KEY);
    if (isFile(kept)) return this.openFile(kept.name, kept.bytes);
    try {
      await this.install(await this.at.load(this.home), undefined);
      await this.at.store.delete(PACKAGE_KEY);
    } catch (error) {
      this.refuse("The package", error);
    }
  }

  private async openFile(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.install(bytes, name);
      await this.at.store.put(PACKAGE_KEY, { name, bytes });
    } catch (error) {
      this.refuse(name, error);
      if (this.open === undefined) await this.start(true);
    }
  }

  private async install(
    bytes: Uint8Array,
    file: string | undefined,
  ): Promise<void> {
    const pkg = openPackage(bytes);
    await this.save();
    const state = await this.at.store.get(stateKey(pkg));
    await this.build(pkg, file, readKept(state), 0);
  }

  private async rebuild(setup: Setup): Promise<void> {
    const { open } = this;
    if (open === undefined) return;
    this.pace.catchUp();
    const kept = { ...takeKept(open.world, open.setup), setup };
    const before = open.beforeMs + open.world.nowMs;
    await this.build(open.pkg, open.file, kept, before);
    await this.save();
  }

  private async reset(): Promise<void> {
    const { open } = this;
    if (open === undefined) return;
    await this.at.store.delete(stateKey(open.pkg));
    await this.build(open.pkg, open.file, undefined, 0);
  }

  private async build(
    pkg: FitbitPackage,
    file: string | undefined,
    kept: Kept | undefined,
    beforeMs: number,
  ): Promise<void> {
    const asked = kept?.setup;
    const target =
      asked !== undefined && pkg.targets.includes(asked.target)
        ? asked.target
        : (pkg.targets[0] ?? "");
    const setup: Setup = {
      target,
      locale: asked?.locale ?? "en-US",
      refused: asked?.refused ?? [],
    };
    const world = await createWorld(pkg, {
      target,
      locale: setup.locale,
      refusedPermissions: setup.refused,
      display: "auto",
      // The watch's clock never goes back by itself, also where it was set forward.
      epochMs: Math.max(this.at.wallMs(), kept?.wallMs ?? 0),
      tzOffsetMinutes: this.at.zoneMinutes(),
      seed: this.at.wallMs() % 2 ** 31,
      onEvent: (event) => this.happened(event),
    });
    this.pace.stop();
    this.open?.world.dispose();
    const bundle = pkg.watch(target);
    const images = new PackageImages(
      (path) =>
        bundle.files.get(path) ??
        world.watch.files.get(path.replace("/private/data/", "")),
    );
    const settings = new SettingsView(world);
    this.open = { pkg, file, world, images, settings, setup, beforeMs };
    this.events = [];
    this.drawn = "";
    this.seenWakeups = -1;
    if (kept !== undefined) this.putBack(world, kept);
    const about = aboutPackage(pkg, setup, file, images);
    this.at.report({ kind: "opened", about });
    world.watch.launch();
    if (this.settingsOpen) world.phone.settings.open();
    this.pace.wake();
  }

  /** A state that cannot be put back is let go: the app starts with what could be. */
  private putBack(world: World, kept: Kept): void {
    try {
      restore(world, kept);
    } catch (error) {
      this.refuse("What was kept", error);
    }
  }

  private happened(event: WorldEvent): void {
    const before = this.open?.beforeMs ?? 0;
    this.events.push({
      ...event,
      t: Math.round(event.t * 1000 + before) / 1000,
    });
    if (event.type === "vibrate") this.pace.cue();
    if (KEEP_AFTER.has(event.type)) this.planSave();
  }

  private tell(): void {
    const { open } = this;
    if (open === undefined) return;
    const { events } = this;
    this.events = [];
    const state = this.state(open);
    this.at.report({
      kind: "tick",
      state,
      screen: this.screen(open),
      events,
      settings: open.settings.take(),
    });
  }

  /** Draws only when the app has run since, or the display changed. */
  private screen({ world, images }: Open): Screen | null | undefined {
    const { watch } = world;
    const mark = `${watch.running} ${watch.display.on}`;
    const unchanged =
      this.seenWakeups === watch.counters.wakeups &&
      this.drawn.startsWith(mark);
    if (unchanged) return undefined;
    this.seenWakeups = watch.counters.wakeups;
    const { screen, moves } = takeScreen(world, images);
    if (moves) this.planFrame();
    const drawn = `${mark} ${screen?.view} ${screen?.svg}`;
    if (drawn === this.drawn) return undefined;
    this.drawn = drawn;
    return screen;
  }

  /** Draws again soon, while something on the screen moves by itself. */
  private planFrame(): void {
    if (this.pace.rate === 0) return;
    this.framePlanned ??= this.at.later(FRAME_MS, () => {
      this.framePlanned = undefined;
      this.seenWakeups = -1;
      this.pace.wake();
    });
  }

  private state({ world, beforeMs }: Open): WorldState {
    const { watch } = world;
    const { heartRate, onWrist, battery, charging } = watch.body;
    const { used, limit } = watch.heap();
    return {
      nowMs: beforeMs + world.nowMs,
      wallMs: world.wallMs,
      zoneMinutes: this.at.zoneMinutes(),
      speed: this.pace.speed,
      rate: this.pace.rate,
      waiting: this.waits(),
      running: watch.running,
      displayOn: watch.display.on,
      exercise: watch.exercise.state,
      phone: {
        near: world.link.near,
        hasCompanion: world.phone.hasCompanion,
        hasSettings: world.phone.hasSettings,
        running: world.phone.running,
      },
      body: { heartRate, onWrist, battery, charging },
      heap: { used, limit },
    };
  }

  private waits(): boolean {
    return this.open?.world.watch.waiting === true;
  }

  /** Keeps the state as soon as the work at hand is done, and again if it changed meanwhile. */
  private planSave(): void {
    this.unsaved = true;
    if (this.saving) return;
    this.saving = true;
    this.at.later(0, () => void this.saveOn());
  }

  private async saveOn(): Promise<void> {
    try {
      while (this.unsaved) await this.save();
    } finally {
      this.saving = false;
    }
  }

  private async save(): Promise<void> {
    this.unsaved = false;
    const { open, at } = this;
    if (open === undefined) return;
    await at.store.put(stateKey(open.pkg), takeKept(open.world, open.setup));
  }

  private refuse(what: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.at.report({ kind: "refused", what, why });
  }
}

function stateKey(pkg: FitbitPackage): string {
  return `state ${pkg.manifest.appId}`;
}

function isFile(value: unknown): value is { name: string; bytes: Uint8Array } {
  if (typeof value !== "object" || value === null) return false;
  const { name, bytes } = value as Record<string, unknown>;
  return typeof name === "string" && bytes instanceof Uint8Array;
}
