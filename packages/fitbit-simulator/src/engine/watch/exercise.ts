import type { WorldContext } from "../context";
import { GuestError } from "../vm/sandbox";
import type { Body } from "./body";

/** What the recording does. */
export type ExerciseState = "started" | "paused" | "stopped";
type Command = "start" | "pause" | "resume" | "stop";

/** From which state a command is allowed, and where it leads. */
const TRANSITIONS: Readonly<
  Record<Command, { from: ExerciseState[]; to: ExerciseState }>
> = {
  start: { from: ["stopped"], to: "started" },
  pause: { from: ["started"], to: "paused" },
  resume: { from: ["paused"], to: "started" },
  stop: { from: ["started", "paused"], to: "stopped" },
};

/** Kilocalories a minute of moderate calisthenics cost an adult: about 3.8 MET at 62 kg. */
const KCAL_PER_MINUTE = 4.1;

/** The watch's own workout recording. */
export class ExerciseRecorder {
  state: ExerciseState = "stopped";
  activity: string | undefined;
  startWallMs: number | undefined;
  private activeBeforeMs = 0;
  private runningSinceMs = 0;
  private lapStartMs = 0;
  private beats: number[] = [];

  constructor(
    private readonly world: WorldContext,
    private readonly body: Body,
  ) {}

  /** @throws GuestError when the state does not allow it */
  command(command: Command, activity: string): void {
    const { from, to } = TRANSITIONS[command];
    if (!from.includes(this.state)) {
      throw new GuestError(
        `cannot ${command} an exercise that is ${this.state}`,
      );
    }
    const now = this.world.schedule.nowMs;
    if (this.state === "started") {
      this.activeBeforeMs += now - this.runningSinceMs;
    }
    if (command === "start") {
      this.activity = activity;
      this.startWallMs = this.world.wallMs();
      this.activeBeforeMs = 0;
      this.lapStartMs = 0;
      this.beats = [];
    }
    this.runningSinceMs = now;
    this.state = to;
    this.noticeHeart();
    this.world.emit({
      type: "exercise",
      state: to,
      activity: this.activity ?? "",
    });
  }

  /** Active time in milliseconds. */
  get activeMs(): number {
    const running = this.state === "started";
    const { nowMs } = this.world.schedule;
    return this.activeBeforeMs + (running ? nowMs - this.runningSinceMs : 0);
  }

  /** What `stats` or `currentLapStats` hold; undefined before the first start. */
  stats(heartRate: boolean, lap: boolean): object | undefined {
    if (this.activity === undefined) return undefined;
    this.noticeHeart();
    const activeTime = this.activeMs - (lap ? this.lapStartMs : 0);
    const none = { current: 0, max: 0, average: 0 };
    return {
      activeTime,
      calories: Math.round((activeTime / 60_000) * KCAL_PER_MINUTE),
      distance: 0,
      elevationGain: 0,
      steps: 0,
      pace: { current: 0, average: 0 },
      speed: none,
      heartRate: heartRate ? this.heart() : undefined,
    };
  }

  /** Ends the current lap. */
  splitLap(heartRate: boolean): object | undefined {
    if (this.state === "stopped") {
      throw new GuestError("cannot split a lap of an exercise that is stopped");
    }
    const stats = this.stats(heartRate, true);
    this.lapStartMs = this.activeMs;
    return stats;
  }

  private heart(): object | undefined {
    const current = this.body.heartRate;
    if (this.beats.length === 0) return undefined;
    const sum = this.beats.reduce((total, bpm) => total + bpm, 0);
    return {
      current: current ?? 0,
      max: Math.max(...this.beats),
      average: Math.round(sum / this.beats.length),
    };
  }

  private noticeHeart(): void {
    const { heartRate, onWrist } = this.body;
    if (this.state !== "started" || heartRate === null || !onWrist) return;
    if (this.beats.length < 5000) this.beats.push(heartRate);
  }
}
