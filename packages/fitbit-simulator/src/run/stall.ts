import type { ProgramName, World } from "../engine";
import { PROGRAM_NAMES } from "./program-names";

/** Real time of work, in ms, in which a run has to get on by {@link LEAST_MS} of its own time. */
const PATIENCE_MS = 5000;
const LEAST_MS = 1000;

type Work = Record<ProgramName, number>;

/**
 * Notices a run that works on and on while its time hardly passes, as with timers without end. Only
 * real time in which the run works counts: a run that waits may take as long as it likes.
 */
export class StallWatch {
  private busyMs = 0;
  private fromMs: number;
  private from: Work;

  constructor(private readonly world: World) {
    this.fromMs = world.nowMs;
    this.from = { ...world.workMs };
  }

  /**
   * Counts a slice of work.
   * @param ms of real time that it took
   * @returns when the run does not get on, which program was busy, in one line
   */
  after(ms: number): string | undefined {
    const { world } = this;
    this.busyMs += ms;
    const passedMs = world.nowMs - this.fromMs;
    if (passedMs < LEAST_MS && this.busyMs < PATIENCE_MS) return undefined;
    const busy = passedMs < LEAST_MS ? this.busiest() : undefined;
    const line =
      busy &&
      `ended: ${busy}, and the run got on by ${Math.round(passedMs)} ms of its time only`;
    this.busyMs = 0;
    this.fromMs = world.nowMs;
    this.from = { ...world.workMs };
    return line;
  }

  /** Which program worked most, and for how long. */
  private busiest(): string {
    const worked = (name: keyof Work) =>
      this.world.workMs[name] - this.from[name];
    const [name] = (Object.keys(PROGRAM_NAMES) as (keyof Work)[]).sort(
      (a, b) => worked(b) - worked(a),
    );
    return `${PROGRAM_NAMES[name!]} was busy for ${seconds(worked(name!))} s of the last ${seconds(this.busyMs)}`;
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
