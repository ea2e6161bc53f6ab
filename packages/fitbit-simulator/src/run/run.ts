import {
  createWorld,
  modelName,
  type FitbitPackage,
  PackageError,
  type World,
  type WorldEvent,
} from "../engine";
import type { Action, ActionTable } from "./action";
import { act } from "./actions";
import { ArgumentError, quoted } from "./arguments";
import { turn } from "./command";
import type { RunOptions } from "./options";
import { PROGRAM_NAMES } from "./program-names";
import { StallWatch } from "./stall";

/** Where a run ends that is not told where, in ms of virtual time: after an hour. */
const LONGEST_MS = 3_600_000;
/** Real time after which a run lets other things happen: a signal, a closed output. In ms. */
const SLICE_MS = 50;
/** Real time after which the state is looked at again, in ms. */
const KEEP_MS = 500;

const FAULTS = ["error", "endless loop", "out of memory"];

/** A world that does what the options say, and how it went. */
export class Run {
  /** The first program that ended by a fault of its own, as sentences name it; undefined when none did. */
  died: string | undefined;
  /** The run did not get on and was ended, which it has said. */
  stalled = false;
  protected world!: World;
  private readonly pending: Action[];
  private endMs: number;
  /** A file is on its way or has arrived: something was stored, or is about to be forgotten. */
  private handedOver = false;
  private keptAt = 0;

  /**
   * @param emit hears every event
   * @param warn hears of actions that could not be done, a line each
   * @param more actions of one app alone
   */
  constructor(
    private readonly options: Omit<RunOptions, "settingsFile" | "stateFolder">,
    private readonly emit: (event: WorldEvent) => void,
    private readonly warn: (line: string) => void,
    private readonly more: ActionTable = {},
  ) {
    this.pending = [...(options.actions ?? [])];
    this.endMs =
      options.untilSeconds === undefined
        ? LONGEST_MS
        : options.untilSeconds * 1000;
  }

  /**
   * Makes the world and launches the app.
   * @param epochMs where its wall clock starts
   * @param prepare may change the world before the launch
   */
  async open(
    pkg: FitbitPackage,
    epochMs: number | undefined,
    prepare: (world: World) => void,
  ): Promise<World> {
    const { seed, jitterMs, display, model } = this.options;
    requireModel(model, pkg);
    this.world = await createWorld(pkg, {
      target: model,
      seed,
      jitterMs,
      display,
      epochMs,
      positions: true,
      onEvent: (event) => this.seen(event),
    });
    prepare(this.world);
    this.world.watch.launch();
    return this.world;
  }

  /**
   * Plays to the end at the speed of the options. A run that does not get on is ended.
   * @param stopped ends it earlier
   * @param keep called when what watch and phone hold may be new: twice a second of real time, and
   * at every file between the two
   * @param progress hears several times a second how far it is, in ms of virtual time
   */
  async playAll(
    stopped?: AbortSignal,
    keep: () => void = () => undefined,
    progress: (ms: number) => void = () => undefined,
  ): Promise<void> {
    const { speed } = this.options;
    const start = performance.now();
    const elapsed = () => performance.now() - start;
    const until = () => (speed === Infinity ? Infinity : elapsed() * speed);
    const stall = new StallWatch(this.world);
    for (;;) {
      const began = performance.now();
      if (this.play(until(), keep) || stopped?.aborted) return;
      const why = stall.after(performance.now() - began);
      if (why !== undefined) {
        this.stalled = true;
        return this.warn(why);
      }
      this.keepInTime(keep);
      progress(this.world.nowMs);
      await (speed === Infinity ? turn() : pause(this.waitMs(elapsed())));
    }
  }

  /** Real time until something is due, in ms, at most a slice. */
  private waitMs(elapsedMs: number): number {
    const next = this.world.nextDueMs ?? this.endMs;
    const wait = next / this.options.speed - elapsedMs;
    return Math.max(1, Math.min(wait, SLICE_MS));
  }

  private keepInTime(keep: () => void): void {
    if (performance.now() - this.keptAt < KEEP_MS) return;
    this.keptAt = performance.now();
    keep();
  }

  /** Called with each event, as it happens. */
  protected seen(event: WorldEvent): void {
    this.emit(event);
    if (event.type === "transfer") this.handedOver = true;
    if (event.type === "exit" && FAULTS.includes(event.reason)) {
      this.died ??= PROGRAM_NAMES[event.from];
    }
  }

  /** Called after each step of the world. */
  protected stepped(): void {}

  /** Ends the run at a moment of virtual time, if it does not end earlier. */
  protected endBy(ms: number): void {
    this.endMs = Math.min(this.endMs, ms);
  }

  /** Plays on until `untilMs` of virtual time, the end, or the slice is over; true at the end. */
  private play(untilMs: number, keep: () => void): boolean {
    const { world } = this;
    const sliceEnd = performance.now() + SLICE_MS;
    while (performance.now() < sliceEnd) {
      if (this.handedOver) {
        this.handedOver = false;
        keep();
      }
      const action = this.pending[0];
      const actionMs = action ? action.at * 1000 : Infinity;
      const stop = Math.min(untilMs, this.endMs, actionMs);
      if ((world.nextDueMs ?? Infinity) <= stop) {
        world.step();
        this.stepped();
        continue;
      }
      world.run(stop);
      if (action && actionMs <= stop) {
        this.pending.shift();
        const why = act(world, action, this.more);
        if (why)
          this.warn(`${action.name}:${action.value} at ${action.at}: ${why}`);
      } else return stop >= this.endMs;
    }
    return false;
  }
}

/** @throws ArgumentError when a package has nothing for a model */
function requireModel(model: string | undefined, pkg: FitbitPackage): void {
  if (model === undefined) return;
  if (!pkg.targets.includes(model)) {
    const known = pkg.targets.map((one) => `${one} (${modelName(one)})`);
    throw new ArgumentError(
      `--model is ${quoted(model)}; this package is for ${known.join(", ")}`,
    );
  }
  try {
    pkg.watch(model);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    throw new ArgumentError(`--model ${model}: ${error.message}`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
