import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { ClockDisplay, WorldContext } from "./context";
import type { ProgramName, WorldEvent } from "./events";
import { Faults } from "./faults";
import { type Link, SystemLink } from "./link/link";
import type { FitbitPackage } from "./package/open";
import { permissionCheck } from "./package/permissions";
import { Places } from "./package/source-maps";
import type { Phone } from "./phone/phone";
import { PhoneDevice, type PhoneState } from "./phone/phone-device";
import { Random } from "./time/random";
import { Schedule } from "./time/schedule";
import { currentEngine, loadEngine } from "./vm/engine";
import type { DisplayMode } from "./watch/display";
import { Watch } from "./watch/watch";
import { WatchDevice, type WatchState } from "./watch/watch-device";

/** Thursday 1 January 2026, 7:00 UTC: where the wall clock starts unless told otherwise. */
export const DEFAULT_EPOCH_MS = 1_767_250_800_000;

/** How a world is. */
export interface WorldOptions {
  /** Watch model by code name; the first one of the package when left out. */
  readonly target?: string;
  /** The same seed gives the same run. */
  readonly seed?: number;
  /** Timers are late by 0…this many milliseconds. */
  readonly jitterMs?: number;
  /** The wall clock at the start, epoch milliseconds. */
  readonly epochMs?: number;
  /** Minutes east of Greenwich. */
  readonly tzOffsetMinutes?: number;
  readonly display?: DisplayMode;
  /** Language of watch and phone, e.g. `de-DE`. */
  readonly locale?: string;
  /** Whether the clocks of watch and phone count to 12 or to 24, as they do when left out. */
  readonly clockDisplay?: ClockDisplay;
  /**
   * Bytes of the watch's heap, of which the system takes 20 KB; follows from the manifest's
   * `heapSize` when left out.
   */
  readonly watchHeapBytes?: number;
  /** The app's files at the start. */
  readonly watchFiles?: ReadonlyMap<string, Uint8Array>;
  /** Permissions the wearer has refused although the package asks for them. */
  readonly refusedPermissions?: readonly string[];
  /**
   * Messages and errors tell their place in the source, as far as the package's source maps know
   * it. The bytes of the watch's heap are then exact to two hundredths only.
   */
  readonly positions?: boolean;
  readonly onEvent?: (event: WorldEvent) => void;
}

/** What stays of a world when watch and phone are switched off. */
export interface WorldState {
  readonly watch: WatchState;
  readonly phone: PhoneState;
}

/** A watch and a phone with one package installed, on virtual time. Nothing runs by itself. */
export class World {
  /** What the wearer does and sees. */
  readonly watch: Watch;
  /** What the phone's owner does and sees. */
  readonly phone: Phone;
  /** The way between the two: near or apart, and what waits to be sent. */
  readonly link: Link;
  /** What an experimenter can do: deaths, a full storage, a bad link, a clock that is set. */
  readonly faults: Faults;
  /** How long each program has worked so far, in ms of real time. */
  readonly workMs: Record<ProgramName, number> = {
    watch: 0,
    companion: 0,
    settings: 0,
  };
  private readonly schedule = new Schedule();
  private readonly watchDevice: WatchDevice;
  private readonly phoneDevice: PhoneDevice;
  private wallOffsetMs: number;

  /** Use {@link createWorld}. */
  constructor(
    pkg: FitbitPackage,
    private readonly loaded: QuickJSWASMModule,
    options: WorldOptions,
  ) {
    this.wallOffsetMs = options.epochMs ?? DEFAULT_EPOCH_MS;
    const { manifest } = pkg;
    const bundle = pkg.watch(options.target ?? pkg.targets[0] ?? "");
    const places =
      options.positions === true ? new Places(pkg, bundle.target) : undefined;
    const context = this.context(options, places);
    const engine = () => currentEngine() ?? this.loaded;
    const granted = permissionCheck(manifest, options.refusedPermissions ?? []);
    const link = new SystemLink(context);
    const watch = new WatchDevice(context, link, {
      ...{ manifest, bundle, granted, engine },
      display: options.display ?? "on",
      watchHeapBytes: options.watchHeapBytes,
    });
    const phone = new PhoneDevice(context, link, {
      ...{ pkg, bundle, granted, engine },
      body: watch.body,
      watchRuns: () => watch.app !== undefined,
    });
    watch.onBodyChange = () => phone.bodyChanged();
    for (const line of [...manifest.leftOut, ...bundle.manifest.leftOut]) {
      const message = `manifest: ${line}`;
      context.emit({ type: "log", level: "warn", message, from: "watch" });
    }
    link.join({ watch: watch.end, phone: phone.end });
    for (const [name, bytes] of options.watchFiles ?? []) {
      watch.disk.files.set(name, bytes);
    }
    this.watchDevice = watch;
    this.phoneDevice = phone;
    this.watch = new Watch(watch);
    this.phone = phone;
    this.link = link;
    this.faults = new Faults(watch, phone, link, (ms) => {
      this.wallOffsetMs += ms;
      watch.clockChanged();
    });
  }

  /** Milliseconds of virtual time since the world began. */
  get nowMs(): number {
    return this.schedule.nowMs;
  }

  /** The wall clock, epoch milliseconds. */
  get wallMs(): number {
    return this.schedule.nowMs + this.wallOffsetMs;
  }

  /** When something is due next, in milliseconds as {@link nowMs}; undefined when nothing ever is. */
  get nextDueMs(): number | undefined {
    return this.schedule.nextDueMs;
  }

  /** Lets time pass until `untilMs`, which is compared with {@link nowMs}. */
  run(untilMs: number): void {
    this.schedule.run(untilMs);
  }

  /** Does the next thing that is due, moving time to it; false when nothing is. */
  step(): boolean {
    return this.schedule.step();
  }

  /** A copy of what watch and phone keep: files, storages, what waits to be sent or taken. */
  exportState(): WorldState {
    return {
      watch: this.watchDevice.exportState(),
      phone: this.phoneDevice.exportState(),
    };
  }

  /** Puts back what {@link exportState} gave, or one part of it; before the first launch. */
  importState({ watch, phone }: Partial<WorldState>): void {
    if (watch !== undefined) this.watchDevice.importState(watch);
    if (phone !== undefined) this.phoneDevice.importState(phone);
  }

  /** Frees what the programs hold; the world is over then. */
  dispose(): void {
    this.watchDevice.dispose();
    this.phoneDevice.dispose();
  }

  private context(
    options: WorldOptions,
    places: Places | undefined,
  ): WorldContext {
    const { schedule } = this;
    return {
      schedule,
      random: new Random(options.seed ?? 1),
      locale: options.locale ?? "en-US",
      clockDisplay: options.clockDisplay ?? "24h",
      zoneMinutes: options.tzOffsetMinutes ?? 0,
      jitterMs: options.jitterMs ?? 0,
      places,
      wallMs: () => this.wallMs,
      worked: (program, ms) => {
        this.workMs[program] += ms;
      },
      emit: (event) =>
        options.onEvent?.({ t: Math.round(schedule.nowMs) / 1000, ...event }),
    };
  }
}

/**
 * A world for a package. Worlds are independent of each other; each should be disposed.
 * @throws PackageError when the package has nothing for the asked watch model
 */
export async function createWorld(
  pkg: FitbitPackage,
  options: WorldOptions = {},
): Promise<World> {
  return new World(pkg, await loadEngine(), options);
}
