import type { Task } from "../time/schedule";
import type { WorldContext } from "../context";
import type { RunningApp } from "./running-app";

const PERIODS: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
};
/** Thirty frames a second. */
const FRAME_MS = 33;

/** What ticks and frames need of the watch and its app. */
export interface TicksContext {
  readonly app: RunningApp;
  readonly display: { readonly on: boolean };
  readonly world: Pick<WorldContext, "schedule" | "wallMs" | "zoneMinutes">;
  /** Milliseconds by which the next tick is late. */
  lateness(): number;
}

/** The clock's ticks and the display's frames: both stop while the display is dark. */
export class Ticks {
  private wanted = "off";
  private tick: Task | undefined;
  private first: Task | undefined;
  private frame: Task | undefined;
  private frameWanted = false;

  constructor(private readonly context: TicksContext) {}

  /** `off`, `seconds`, `minutes` or `hours`. */
  get granularity(): string {
    return this.wanted;
  }

  /** A first tick comes at once: faces that draw on ticks alone show the time from the start. */
  set granularity(value: string) {
    const changes = value !== this.wanted;
    this.wanted = value;
    this.restart();
    if (!changes) return;
    this.first?.cancel();
    this.first = this.context.app.after(0, () => {
      if (this.context.display.on && this.period !== undefined) {
        this.context.app.wake("tick");
      }
    });
  }

  /** One call of the app before the next frame. */
  requestFrame(): void {
    this.frameWanted = true;
    this.scheduleFrame();
  }

  /** Ticks at once when the display comes back, not at all while it is dark. */
  displayChanged(on: boolean): void {
    this.restart();
    if (on && this.period !== undefined) this.context.app.wake("tick");
    this.scheduleFrame();
  }

  /** To be called when the wall clock jumps, too. */
  restart(): void {
    this.tick?.cancel();
    this.tick = undefined;
    const { period } = this;
    const { app, display, world, lateness } = this.context;
    if (period === undefined || !display.on) return;
    const wall = world.wallMs();
    // Hours begin with the local hour, which some zones shift by half of one.
    const local = wall + world.zoneMinutes * 60_000;
    const wait = period - (((local % period) + period) % period);
    this.tick = app.after(wait + lateness(), () => {
      app.wake("tick");
      this.restart();
    });
  }

  private get period(): number | undefined {
    return PERIODS[this.wanted];
  }

  private scheduleFrame(): void {
    this.frame?.cancel();
    this.frame = undefined;
    const { app, display, world } = this.context;
    if (!this.frameWanted || !display.on) return;
    this.frame = app.after(FRAME_MS, () => {
      this.frameWanted = false;
      app.wake("frame", world.schedule.nowMs);
    });
  }
}
