import { ItemRecord } from "../../common/record";
import { Item, Routine } from "../../common/routine";
import { Command, Cue, Phase } from "./names";
import { PlannedStep, stepsOf } from "./session-steps";

/** Ms of a tick. Every moment at which anything is due is a multiple of it. */
export const TICK = 250;
/** "Back" within this many ms of a set's start means the set before. */
const JUST_STARTED = 3000;

const WORK: readonly Phase[] = ["lift", "hold", "lower"];

/** What was done of one set on one side. */
interface Attempt {
  reps: number;
  holdMs: number;
  complete: boolean;
}

/**
 * A session calculated in the simplest way, to judge the app's session by: all
 * steps are written out in a list, and counters go up by one tick at a time.
 * Times are in ms.
 */
export class SessionModel {
  status: "idle" | "running" | "paused" | "finished" = "idle";
  cues: Cue[] = [];
  activeMs = 0;
  pausedMs = 0;
  completed = false;
  private steps: PlannedStep[];
  private index = 0;
  /** Getting ready again for the set at `index`. */
  private again = false;
  private elapsed = 0;
  private length = 0;
  /** Reached while paused, not begun. */
  private waiting = false;
  private attempts = new Map<string, Attempt>();
  private skipped = new Set<number>();

  constructor(private routine: Routine) {
    this.steps = stepsOf(routine);
  }

  /** Its runner wants no reminders in a pause. */
  get quiet(): boolean {
    return this.routine.preferences.quietPause;
  }

  /** A model in the same state that goes on by itself. */
  copy(): SessionModel {
    // The list of steps is shared: to write it out anew takes the most time.
    const copy = Object.assign(
      Object.create(SessionModel.prototype) as SessionModel,
      this,
    );
    copy.attempts = new Map(
      [...this.attempts].map(([key, attempt]) => [key, { ...attempt }]),
    );
    copy.skipped = new Set(this.skipped);
    return copy;
  }

  /** Two paused sessions with the same text go on alike. */
  get state(): string {
    const over = this.status === "finished";
    const { index, again, elapsed, attempts } = this;
    return JSON.stringify([index, again, over, elapsed, [...attempts]]);
  }

  /** A watch offers to continue this session: work was reached, and it is not over. */
  get open(): boolean {
    return this.status !== "finished" && this.attempts.size > 0;
  }

  /** What a tap on "back" asks for at this moment. */
  get backCommand(): Command {
    if (!this.working) return "previous";
    const { phase } = this;
    const { kind, lift, hold } = this.item;
    const before =
      kind === "hold" || phase === "lift"
        ? 0
        : phase === "hold"
          ? lift
          : lift + hold;
    const passed = before * 1000 + this.elapsed;
    const early = this.step.rep === 0 && passed < JUST_STARTED;
    return early ? "previous" : "restart";
  }

  private get step(): PlannedStep {
    return this.steps[this.index]!;
  }

  private get item(): Item {
    return this.routine.items[this.step.item]!;
  }

  /** The phase as the screen names it. */
  get phase(): Phase {
    return this.again ? "ready" : this.step.phase;
  }

  private get working(): boolean {
    return WORK.includes(this.phase);
  }

  private attempt(): Attempt {
    const { item, set, side } = this.step;
    const key = [item, set, side].join();
    const known = this.attempts.get(key);
    if (known) return known;
    const attempt = { reps: 0, holdMs: 0, complete: false };
    this.attempts.set(key, attempt);
    return attempt;
  }

  /** A tick goes by. */
  tick(): void {
    this.cues = [];
    if (this.status === "paused") this.pausedMs += TICK;
    if (this.status !== "running") return;
    this.activeMs += TICK;
    this.elapsed += TICK;
    this.innerCue();
    this.catchUp();
  }

  private innerCue(): void {
    const { halfway, finalSeconds } = this.routine.preferences;
    const left = this.length - this.elapsed;
    const counted = finalSeconds && [1000, 2000, 3000].includes(left);
    if (this.phase === "hold") {
      const middle = left === this.elapsed && this.length >= 20000;
      if (halfway && middle) this.cues.push("halfway");
      if (counted && this.length >= 10000) this.cues.push("ending");
    } else if (counted && !this.working) this.cues.push("tick");
  }

  private catchUp(): void {
    while (this.status === "running" && this.elapsed >= this.length) {
      const phase = this.phase;
      const done = this.attempt();
      const hold = this.item.kind === "hold";
      if (phase === "hold") done.holdMs += this.length;
      if (phase === "lower") done.reps++;
      if (phase === "lower" && this.step.rep + 1 === this.item.reps) {
        done.complete = true;
      }
      if (phase === "hold" && hold) done.complete = true;
      this.place(this.again ? this.index : this.index + 1, false);
      this.begin();
    }
  }

  private place(index: number, again: boolean): void {
    this.index = index;
    this.again = again;
    this.elapsed = 0;
    this.length = 1000 * (again ? this.routine.ready : this.step.seconds);
    this.waiting = true;
  }

  private begin(): void {
    this.waiting = false;
    const { phase, rep } = this.step;
    const { repPulses } = this.routine.preferences;
    if (this.again) return;
    if (phase === "done") {
      this.cues.push("finish");
      this.status = "finished";
      this.completed = true;
    } else if (phase === "rest" || phase === "switch") this.cues.push(phase);
    else if (phase === "between") this.cues.push("next");
    else if (phase === "lower" && repPulses) this.cues.push("lower");
    const hold = phase === "hold" && this.item.kind === "hold";
    if (hold || (phase === "lift" && rep === 0)) {
      this.cues.push("go");
      Object.assign(this.attempt(), { reps: 0, holdMs: 0, complete: false });
    }
    if (phase === "lift" && repPulses) {
      this.cues.push(rep + 1 === this.item.reps ? "last" : "lift");
    }
  }

  private jump(index: number, again: boolean): void {
    this.place(index, again);
    if (this.status === "paused" && this.phase !== "done") return;
    this.begin();
    this.catchUp();
  }

  /** The first step from `from` on that passes. */
  private find(passes: (step: PlannedStep) => boolean, from = 0): number {
    return this.steps.findIndex((step, i) => i >= from && passes(step));
  }

  /** The first work of a set and side. */
  private setStart({ item, set, side }: PlannedStep): number {
    return this.find(
      (step) =>
        step.item === item &&
        step.set === set &&
        step.side === side &&
        WORK.includes(step.phase),
    );
  }

  private breakOff(): void {
    if (this.phase === "hold" && !this.waiting) {
      this.attempt().holdMs += this.elapsed;
    }
  }

  /** Does a command; false when it cannot be done as things stand. */
  command(command: Command): boolean {
    this.cues = [];
    if (this.status === "idle") {
      if (command !== "start") return false;
      this.status = "running";
      this.jump(0, false);
      return true;
    }
    if (this.status === "finished") return false;
    const paused = this.status === "paused";
    const { item } = this.step;
    switch (command) {
      case "start":
        return false;
      case "pause":
        if (paused) return false;
        this.status = "paused";
        this.cues = ["pause"];
        return true;
      case "resume":
        if (!paused) return false;
        this.status = "running";
        this.cues = ["resume"];
        if (this.waiting) this.begin();
        this.catchUp();
        return true;
      case "more-rest":
        if (this.working) return false;
        this.length += 15000;
        return true;
      case "skip": {
        const from = this.again ? this.index : this.index + 1;
        const working = this.working;
        if (working) {
          this.breakOff();
          this.skipped.add(item);
        }
        const away = ({ phase }: PlannedStep) =>
          WORK.includes(phase) !== working;
        this.jump(this.find(away, from), false);
        return true;
      }
      case "restart":
        this.breakOff();
        if (this.working) this.jump(this.setStart(this.step), true);
        else this.jump(this.index, this.again);
        return true;
      case "previous": {
        const first = this.setStart(this.step);
        if (first === this.setStart(this.steps[0]!)) return false;
        // The step before the first work is the wait; the one before that belongs to the set before.
        const before = this.steps[first - 2]!;
        this.breakOff();
        this.jump(this.setStart(before), true);
        return true;
      }
      case "end":
        this.breakOff();
        this.status = "finished";
        return true;
    }
  }

  /** What was done, as the record has it. */
  items(): ItemRecord[] {
    return this.routine.items.map((each, item) => {
      const sides = Array.from({ length: each.sides }, (_, side) =>
        Array.from({ length: each.sets }, (_, set) =>
          this.attempts.get([item, set, side].join()),
        ),
      );
      const sum = (field: "reps" | "holdMs") =>
        sides.map((list) =>
          list.reduce((n, one) => n + (one?.[field] ?? 0), 0),
        );
      const sets = Array.from({ length: each.sets }, (_, set) =>
        sides.every((list) => list[set]?.complete),
      ).filter(Boolean).length;
      return {
        exercise: each.exercise,
        name: each.name,
        sets,
        reps: sum("reps"),
        holdSeconds: sum("holdMs").map((ms) => Math.round(ms / 100) / 10),
        skipped: this.skipped.has(item) && sets < each.sets,
        full: sets === each.sets,
      };
    });
  }
}
