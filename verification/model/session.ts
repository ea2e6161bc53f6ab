import { Cue } from "../../app/session/cues";
import { Command, Refusal } from "../../app/session/commands";
import { ItemRecord } from "../../common/record";
import { Item, Routine } from "../../common/routine";
import { Planned, stepsOf } from "./steps";

/** Ms of a tick: every moment at which anything is due is a multiple of it. */
export const TICK = 250;

const WORK = ["lift", "hold", "lower"];

interface Attempt {
  reps: number;
  holdMs: number;
  complete: boolean;
}

/**
 * A session told the plain way, to judge the player by: every step written
 * out in a list, counters that go up a quarter of a second at a time.
 */
export class Model {
  status: "idle" | "live" | "paused" | "finished" = "idle";
  cues: Cue[] = [];
  activeMs = 0;
  pausedMs = 0;
  completed = false;
  private steps: Planned[];
  private index = 0;
  /** Getting ready again for the set at `index`. */
  private again = false;
  private elapsed = 0;
  private length = 0;
  /** Reached while paused, not begun. */
  private waiting = false;
  private attempts = new Map<string, Attempt>();
  private skipped = new Set<number>();

  constructor(private plan: Routine) {
    this.steps = stepsOf(plan);
  }

  private get step(): Planned {
    return this.steps[this.index]!;
  }

  private get item(): Item {
    return this.plan.items[this.step.item]!;
  }

  /** The phase as the screen names it. */
  get phase(): string {
    return this.again ? "ready" : this.step.phase;
  }

  private get working(): boolean {
    return WORK.includes(this.phase);
  }

  private attempt(): Attempt {
    const { item, set, side } = this.step;
    const key = [item, set, side].join();
    const found = this.attempts.get(key);
    if (found) return found;
    const made = { reps: 0, holdMs: 0, complete: false };
    this.attempts.set(key, made);
    return made;
  }

  tick(): void {
    this.cues = [];
    if (this.status === "paused") this.pausedMs += TICK;
    if (this.status !== "live") return;
    this.activeMs += TICK;
    this.elapsed += TICK;
    this.innerCue();
    this.catchUp();
  }

  private innerCue(): void {
    const { halfway, finalSeconds } = this.plan.preferences;
    const left = this.length - this.elapsed;
    const counted = finalSeconds && [1000, 2000, 3000].includes(left);
    if (this.phase === "hold") {
      const middle = left === this.elapsed && this.length >= 20000;
      if (halfway && middle) this.cues.push("halfway");
      if (counted && this.length >= 10000) this.cues.push("ending");
    } else if (counted && !this.working) this.cues.push("tick");
  }

  private catchUp(): void {
    while (this.status === "live" && this.elapsed >= this.length) {
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
    this.length = 1000 * (again ? this.plan.ready : this.step.seconds);
    this.waiting = true;
  }

  private begin(): void {
    this.waiting = false;
    const { phase, rep } = this.step;
    const { repPulses } = this.plan.preferences;
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
  private find(passes: (step: Planned) => boolean, from = 0): number {
    return this.steps.findIndex((step, i) => i >= from && passes(step));
  }

  /** The first work of a set and side. */
  private setStart({ item, set, side }: Planned): number {
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

  command(command: Command): Refusal | undefined {
    this.cues = [];
    if (this.status === "idle") {
      if (command !== "start") return "not started";
      this.status = "live";
      this.jump(0, false);
      return undefined;
    }
    if (this.status === "finished") return "finished";
    const paused = this.status === "paused";
    const { item } = this.step;
    switch (command) {
      case "start":
        return "already started";
      case "pause":
        if (paused) return "already paused";
        this.status = "paused";
        this.cues = ["pause"];
        return undefined;
      case "resume":
        if (!paused) return "not paused";
        this.status = "live";
        this.cues = ["resume"];
        if (this.waiting) this.begin();
        this.catchUp();
        return undefined;
      case "more-rest":
        if (this.working) return "only while waiting";
        this.length += 15000;
        return undefined;
      case "skip": {
        const from = this.again ? this.index : this.index + 1;
        const working = this.working;
        if (working) {
          this.breakOff();
          this.skipped.add(item);
        }
        const away = ({ phase }: Planned) => WORK.includes(phase) !== working;
        this.jump(this.find(away, from), false);
        return undefined;
      }
      case "restart":
        this.breakOff();
        if (this.working) this.jump(this.setStart(this.step), true);
        else this.jump(this.index, this.again);
        return undefined;
      case "previous": {
        const first = this.setStart(this.step);
        if (first === this.setStart(this.steps[0]!)) return "at the beginning";
        // Before the first work stands the wait, before that the set before.
        const before = this.steps[first - 2]!;
        this.breakOff();
        this.jump(this.setStart(before), true);
        return undefined;
      }
      case "end":
        this.breakOff();
        this.status = "finished";
        return undefined;
    }
  }

  /** What was done, as the record has it. */
  items(): ItemRecord[] {
    return this.plan.items.map((each, item) => {
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
      };
    });
  }
}
