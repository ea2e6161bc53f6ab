import type { Task } from "../time/schedule";
import type { Process } from "./process";

const PERIODS: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
};
/** Thirty frames a second. */
const FRAME_MS = 33;

/** The clock's ticks and the display's frames: both stop while the display is dark. */
export class Ticks {
  private wanted = "off";
  private tick: Task | undefined;
  private frame: Task | undefined;
  private frameWanted = false;

  constructor(private readonly process: Process) {}

  get granularity(): string {
    return this.wanted;
  }

  set granularity(value: string) {
    this.wanted = value;
    this.restart();
  }

  /** One call of the app before the next frame. */
  requestFrame(): void {
    this.frameWanted = true;
    this.scheduleFrame();
  }

  /** Ticks at once when the display comes back, not at all while it is dark. */
  displayChanged(on: boolean): void {
    this.restart();
    if (on && this.period !== undefined) this.process.wake("tick");
    this.scheduleFrame();
  }

  /** To be called when the wall clock jumps, too. */
  restart(): void {
    this.tick?.cancel();
    this.tick = undefined;
    const { period, process } = this;
    if (period === undefined || !process.watch.display.on) return;
    const wall = process.watch.world.wallMs();
    // Hours begin with the local hour, which some zones shift by half of one.
    const local = wall + process.watch.world.zoneMinutes * 60_000;
    const wait = period - (((local % period) + period) % period);
    this.tick = process.after(wait + process.program.lateness(), () => {
      process.wake("tick");
      this.restart();
    });
  }

  private get period(): number | undefined {
    return PERIODS[this.wanted];
  }

  private scheduleFrame(): void {
    this.frame?.cancel();
    this.frame = undefined;
    const { process } = this;
    if (!this.frameWanted || !process.watch.display.on) return;
    this.frame = process.after(FRAME_MS, () => {
      this.frameWanted = false;
      process.wake("frame", process.watch.world.schedule.nowMs);
    });
  }
}
