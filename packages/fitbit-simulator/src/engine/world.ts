import type { QuickJSWASMModule } from "quickjs-emscripten";
import type { WorldContext } from "./context";
import type { WorldEvent } from "./events";
import { Link } from "./link/link";
import type { FitbitPackage } from "./package/open";
import { Phone } from "./phone/phone";
import { Random } from "./time/random";
import { Schedule } from "./time/schedule";
import { currentEngine, loadEngine } from "./vm/engine";
import type { DisplayMode } from "./watch/display";
import { Watch } from "./watch/watch";

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
  /** Most bytes of the app's heap; follows from the manifest's `heapSize` when left out. */
  readonly heapLimitBytes?: number;
  /** The app's files at the start. */
  readonly watchFiles?: ReadonlyMap<string, Uint8Array>;
  /** Permissions the wearer has refused although the package asks for them. */
  readonly refusedPermissions?: readonly string[];
  readonly onEvent?: (event: WorldEvent) => void;
}

/** A watch and a phone with one package installed, on virtual time. Nothing runs by itself. */
export class World {
  readonly watch: Watch;
  readonly phone: Phone;
  readonly link: Link;
  private readonly schedule = new Schedule();
  private wallOffsetMs: number;

  /** Use {@link createWorld}. */
  constructor(
    pkg: FitbitPackage,
    private readonly loaded: QuickJSWASMModule,
    options: WorldOptions,
  ) {
    this.wallOffsetMs = options.epochMs ?? DEFAULT_EPOCH_MS;
    const { schedule } = this;
    const context: WorldContext = {
      schedule,
      random: new Random(options.seed ?? 1),
      locale: options.locale ?? "en-US",
      zoneMinutes: options.tzOffsetMinutes ?? 0,
      jitterMs: options.jitterMs ?? 0,
      wallMs: () => this.wallMs,
      emit: (event) =>
        options.onEvent?.({ t: Math.round(schedule.nowMs) / 1000, ...event }),
    };
    const engine = () => currentEngine() ?? this.loaded;
    this.link = new Link(context);
    this.watch = new Watch(context, this.link, {
      pkg,
      bundle: pkg.watch(options.target ?? pkg.targets[0] ?? ""),
      display: options.display ?? "on",
      heapLimitBytes: options.heapLimitBytes,
      refusedPermissions: options.refusedPermissions ?? [],
      engine,
    });
    this.phone = new Phone(context, this.link, {
      pkg,
      bundle: this.watch.bundle,
      refusedPermissions: options.refusedPermissions ?? [],
      engine,
      body: this.watch.body,
      watchRuns: () => this.watch.running,
    });
    this.watch.onBodyChange = () => this.phone.bodyChanged();
    const { watch, phone } = this;
    this.link.join({ watch: watch.end, phone: phone.end });
    for (const [name, bytes] of options.watchFiles ?? []) {
      watch.files.set(name, bytes);
    }
  }

  /** Milliseconds of virtual time since the world began. */
  get nowMs(): number {
    return this.schedule.nowMs;
  }

  /** The wall clock, epoch milliseconds. */
  get wallMs(): number {
    return this.schedule.nowMs + this.wallOffsetMs;
  }

  /** When something is due next; undefined when nothing ever is. */
  get nextDueMs(): number | undefined {
    return this.schedule.nextDueMs;
  }

  /** Nothing is due. */
  get idle(): boolean {
    return this.nextDueMs === undefined;
  }

  /** Lets time pass until `untilMs`. */
  run(untilMs: number): void {
    this.schedule.run(untilMs);
  }

  /** Does the next thing that is due; false when nothing is. */
  step(): boolean {
    return this.schedule.step();
  }

  /** Someone sets the wall clock forward or, with a negative number, back. Timers do not mind. */
  jumpClock(ms: number): void {
    this.wallOffsetMs += ms;
    this.watch.clockChanged();
  }

  /** Frees what the programs hold; the world is over then. */
  dispose(): void {
    this.watch.dispose();
    this.phone.dispose();
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
