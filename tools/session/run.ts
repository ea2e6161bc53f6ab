import { SESSION_FILE } from "../../common/wire/link";
import {
  type FitbitPackage,
  type World,
  type WorldEvent,
  createWorld,
} from "fitbit-simulator";
import { type Action, act } from "./actions";
import type { SessionOptions } from "./options";

/** When a run without `--until` ends although nothing left the watch. */
const LONGEST_MS = 3_600_000;
/** How long a run goes on after a record has left the watch. */
const AFTERWARDS_MS = 5000;
/** The least time between two looks at the real clock. */
const SLICE_MS = 50;

const FAULTS = ["error", "endless loop", "out of memory"];

/** A world that does what the options say, and how it went. */
export class SessionRun {
  /** The app ended by a fault of its own. */
  died = false;
  /** Records have left the watch. */
  private left = false;
  private pending: Action[];
  private tapsDone: boolean;
  private endMs: number;
  private world!: World;

  constructor(
    private options: SessionOptions,
    private emit: (event: WorldEvent) => void,
    private warn: (line: string) => void,
  ) {
    this.tapsDone = options.actions === undefined;
    this.pending = options.actions ?? [{ at: 1, name: "tap", value: "start" }];
    this.endMs =
      options.untilSeconds === undefined
        ? LONGEST_MS
        : options.untilSeconds * 1000;
  }

  /** Makes the world at `epochMs` of its clock; `prepare` may change it before the app is launched. */
  async open(
    pkg: FitbitPackage,
    epochMs: number | undefined,
    prepare: (world: World) => void,
  ): Promise<World> {
    const { seed, jitterMs, display } = this.options;
    this.world = await createWorld(pkg, {
      seed,
      jitterMs,
      display,
      epochMs,
      onEvent: (event) => this.seen(event),
    });
    prepare(this.world);
    this.world.watch.launch();
    return this.world;
  }

  private seen(event: WorldEvent): void {
    this.emit(event);
    if (event.type === "exit" && FAULTS.includes(event.reason)) {
      this.died = true;
    }
    if (
      event.type !== "transfer" ||
      event.to !== "phone" ||
      event.state !== "transferred" ||
      !event.name.startsWith(SESSION_FILE)
    ) {
      return;
    }
    this.left = true;
    if (this.options.untilSeconds === undefined) {
      this.endMs = Math.min(this.endMs, event.t * 1000 + AFTERWARDS_MS);
    }
  }

  /** Plays on until `untilMs` of virtual time, or the end; true at the end. */
  play(untilMs: number): boolean {
    const { world } = this;
    for (;;) {
      const action = this.pending[0];
      const actionMs = action ? action.at * 1000 : Infinity;
      const stop = Math.min(untilMs, this.endMs, actionMs);
      if ((world.nextDueMs ?? Infinity) <= stop) {
        world.step();
        this.tapDone();
        continue;
      }
      world.run(stop);
      if (action && actionMs <= stop) {
        this.pending.shift();
        const why = act(world, action);
        if (why)
          this.warn(`${action.name}:${action.value} at ${action.at}: ${why}`);
      } else return stop >= this.endMs;
    }
  }

  /** Without a script, the summary is left by its button. */
  private tapDone(): void {
    if (!this.tapsDone || this.world.watch.view === undefined) return;
    if (this.left && this.world.watch.tree?.byId("done")) {
      this.tapsDone = false;
      this.world.watch.tap("done");
    }
  }

  /** Plays to the end at the speed of the options. */
  async playAll(): Promise<void> {
    const { speed } = this.options;
    if (speed === Infinity) {
      this.play(Infinity);
      return;
    }
    const start = performance.now();
    while (!this.play((performance.now() - start) * speed)) {
      const next = this.world.nextDueMs ?? this.endMs;
      const wait = next / speed - (performance.now() - start);
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(1, Math.min(wait, SLICE_MS))),
      );
    }
  }
}
