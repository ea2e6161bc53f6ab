import { PackageImages } from "../../draw/images";
import {
  createWorld,
  type FitbitPackage,
  type World,
  type WorldEvent,
} from "../../engine";
import type { SavedState } from "./saved-state";
import {
  type IdleReason,
  QUIET_MINUTES,
  type Screen,
  type Setup,
  type WorldStatus,
} from "./protocol";
import { rested } from "./run";
import { takeScreen } from "./screen";
import { SettingsView } from "./settings";

/** What a world of the page starts from. */
export interface WorldOrigin {
  readonly pkg: FitbitPackage;
  /** Name of the file the package came from; undefined for the page's own. */
  readonly file: string | undefined;
  /** Where its state is kept; undefined where nothing can be kept for it. */
  readonly stateKey: string | undefined;
  /** Milliseconds that went by in earlier worlds of this package. */
  readonly beforeMs: number;
  /** Epoch milliseconds. */
  readonly wallMs: number;
  /** Minutes east of Greenwich. */
  readonly zoneMinutes: number;
}

/** A package's world and what the page sees of it. */
export class OpenWorld {
  readonly images: PackageImages;
  readonly settings: SettingsView;
  private drawn = "";
  private seenWakeups = -1;
  private stirredMs = 0;
  private minute: number;

  private constructor(
    readonly origin: WorldOrigin,
    readonly world: World,
    readonly setup: Setup,
    /** Epoch milliseconds up to which the wearer's history goes. */
    knownUntilMs: number,
  ) {
    this.minute = minuteOf(knownUntilMs);
    const { files } = origin.pkg.watch(setup.target);
    this.images = new PackageImages(
      (path) =>
        files.get(path) ??
        world.watch.files.get(path.replace("/private/data/", "")),
    );
    this.settings = new SettingsView(world);
  }

  /** A world that has not begun, set up as it was saved where the package allows it. */
  static async open(
    origin: WorldOrigin,
    saved: SavedState | undefined,
    /** Of a watch that was never set up. */
    locale: string,
    onEvent: (event: WorldEvent) => void,
  ): Promise<OpenWorld> {
    const { pkg, beforeMs, wallMs } = origin;
    const asked = saved?.setup;
    const setup: Setup = {
      target:
        pkg.targets.find((target) => target === asked?.target) ??
        pkg.targets[0] ??
        "",
      locale: asked?.locale ?? locale,
      refused: asked?.refused ?? [],
    };
    const world = await createWorld(pkg, {
      target: setup.target,
      locale: setup.locale,
      refusedPermissions: setup.refused,
      display: "auto",
      // The watch's clock never goes back by itself, also where it was set forward.
      epochMs: Math.max(wallMs, saved?.wallMs ?? 0),
      tzOffsetMinutes: origin.zoneMinutes,
      seed: wallMs % 2 ** 31,
      positions: true,
      onEvent: (event) =>
        onEvent({ ...event, t: Math.round(event.t * 1000 + beforeMs) / 1000 }),
    });
    return new OpenWorld(origin, world, setup, saved?.wallMs ?? wallMs);
  }

  /** Milliseconds since the page opened this package. */
  get nowMs(): number {
    return this.origin.beforeMs + this.world.nowMs;
  }

  /** Has the wearer's history go on to the present. */
  passMinutes(): void {
    const { wallMs, watch } = this.world;
    const now = minuteOf(wallMs);
    if (now > this.minute) rested(watch.body, now - this.minute);
    this.minute = now;
  }

  /** Something happened on the watch, or its wearer did something. */
  stir(): void {
    this.stirredMs = this.world.nowMs;
  }

  /** Why nothing is going on; undefined while something is. */
  get idle(): IdleReason | undefined {
    const { watch, nowMs } = this.world;
    if (!watch.running) return "launch";
    if (watch.waiting) return "touch";
    const quietMs = nowMs - this.stirredMs;
    return quietMs >= QUIET_MINUTES * 60_000 ? "quiet" : undefined;
  }

  /** Has the screen drawn again although the app has not run. */
  redraw(): void {
    this.seenWakeups = -1;
  }

  /**
   * The screen where it changed, else undefined; and whether it moves by itself.
   * @param inspected whether its elements are told, too
   */
  takeScreen(inspected: boolean): {
    readonly screen: Screen | null | undefined;
    readonly moves: boolean;
  } {
    const { watch } = this.world;
    const mark = `${watch.running} ${watch.display.on}`;
    const { wakeups } = watch.counters;
    if (this.seenWakeups === wakeups && this.drawn.startsWith(mark)) {
      return { screen: undefined, moves: false };
    }
    this.seenWakeups = wakeups;
    const { screen, moves } = takeScreen(this.world, this.images, inspected);
    const elements = inspected ? JSON.stringify(screen?.elements) : "";
    const drawn = `${mark} ${screen?.view} ${screen?.svg} ${elements}`;
    const same = drawn === this.drawn;
    this.drawn = drawn;
    return { screen: same ? undefined : screen, moves };
  }

  /**
   * Everything but how fast time goes.
   * @param settingsWait whether the settings page is yet to be opened
   */
  state(settingsWait: boolean): Omit<WorldStatus, "speed" | "rate"> {
    const { watch, phone, link, wallMs } = this.world;
    const { heartRate, onWrist, battery, charging, today, minutes } =
      watch.body;
    return {
      nowMs: this.nowMs,
      wallMs,
      zoneMinutes: this.origin.zoneMinutes,
      idle: this.idle,
      running: watch.running,
      displayOn: watch.display.on,
      darkReason: watch.display.darkReason,
      exercise: watch.exercise.state,
      phone: {
        near: link.near,
        hasCompanion: phone.hasCompanion,
        hasSettings: phone.hasSettings,
        settingsWait,
        running: phone.running,
      },
      body: { heartRate, onWrist, battery, charging },
      activity: { steps: today["steps"] ?? 0, minutes: minutes.length },
      memory: watch.memory(),
    };
  }
}

function minuteOf(epochMs: number): number {
  return Math.floor(epochMs / 60_000);
}
