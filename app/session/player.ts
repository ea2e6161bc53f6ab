import { Routine } from "../../common/routine";
import { Cue, cueAfter, entryCues, innerCue } from "./cues";
import {
  Step,
  firstStep,
  isSetStart,
  isWork,
  leaveSet,
  nextItem,
  nextStep,
  previousSet,
  remainingSeconds,
  stepSeconds,
} from "./cursor";
import { Tally } from "./tally";

export type Status = "idle" | "ready" | "running" | "paused" | "finished";

/** What the runner, or the watch for them, can ask of a session. */
export type Command =
  | "start"
  | "pause"
  | "resume"
  | "skip"
  | "skip-exercise"
  | "restart"
  | "previous"
  | "more-rest"
  | "end";

/** Why a command was refused; nothing has changed then. */
export type Refusal =
  | "already started"
  | "not started"
  | "finished"
  | "already paused"
  | "not paused"
  | "only while waiting"
  | "at the beginning";

/** Seconds that "more rest" adds. */
const MORE_REST = 15000;
/** A hold's progress is worth a note this often, in ms. */
const HOLD_MARK = 10000;

/**
 * A session as a state machine over session time (ms since its start, never
 * backwards). Every deadline is absolute: a late call catches up and the next
 * deadline stands where it would have stood anyway.
 */
export class Player {
  status: Status = "idle";
  step: Step = firstStep();
  /** The first set has been reached: there is something to keep. */
  begun = false;
  /** The session ran to its end, rather than being ended. */
  completed = false;
  /** What the wrist has to be told now; replaced by each call. */
  cues: Cue[] = [];
  /** The session time at which `cues` were due. */
  cuesAt = 0;
  /** Grows whenever there is progress worth noting in the journal. */
  marks = 0;
  /** Grows with each step that is reached: tells one step from the next. */
  stepCount = 0;
  /** Ms spent paused, up to the newest resume. */
  pausedMs = 0;
  private stepStart = 0;
  private stepEnd = 0;
  /** Cues of the step up to this moment are told. */
  private told = 0;
  /** The step was reached while paused and waits to begin. */
  private fresh = false;
  private pausedAt = 0;
  private endedAt = 0;
  private holdMarks = 0;
  private tally: Tally;

  constructor(readonly plan: Routine) {
    this.tally = new Tally(plan);
  }

  private live(): boolean {
    return this.status === "ready" || this.status === "running";
  }

  /** Goes on to `now`; a late call keeps only the newest moment's cues. */
  advance(now: number): void {
    this.cues = [];
    this.catchUp(now);
  }

  private catchUp(now: number): void {
    while (this.live()) {
      const due = this.cueDue();
      if (due >= 0 && due <= now) {
        const at = due - this.stepStart;
        const length = this.stepEnd - this.stepStart;
        const phase = this.step.phase;
        this.cues = [innerCue(phase, this.plan.preferences, at, length)];
        this.told = this.cuesAt = due;
      } else if (this.stepEnd <= now) {
        const at = this.stepEnd;
        const before = this.cues.length;
        this.leaveInTime();
        this.place(at);
        this.begin();
        if (this.cues.length > before) {
          if (at !== this.cuesAt && before) this.cues.splice(0, before);
          this.cuesAt = at;
        }
      } else break;
    }
    this.markHold(now);
  }

  private cueDue(): number {
    const at = cueAfter(
      this.step.phase,
      this.plan.preferences,
      this.told - this.stepStart,
      this.stepEnd - this.stepStart,
    );
    return at < 0 ? -1 : this.stepStart + at;
  }

  private markHold(now: number): void {
    if (!this.live() || this.step.phase !== "hold") return;
    const marks = Math.floor((now - this.stepStart) / HOLD_MARK);
    if (marks > this.holdMarks) {
      this.holdMarks = marks;
      this.marks++;
    }
  }

  /** The step has run its time: counts it and moves on. */
  private leaveInTime(): void {
    const step = this.step;
    const phase = step.phase;
    this.addHold(this.stepEnd);
    if (phase === "lower") this.tally.addRep(step);
    if (phase === "lower" || !isWork(phase)) this.marks++;
    const done: Step = {
      item: step.item,
      set: step.set,
      side: step.side,
      rep: 0,
      phase,
    };
    nextStep(this.plan, step);
    if (isWork(phase) && !isWork(step.phase)) {
      this.tally.setComplete(done);
      this.marks++;
    }
  }

  /** Counts the hold as far as it went, up to `now` or the pause. */
  private addHold(now: number): void {
    if (this.step.phase !== "hold" || this.fresh) return;
    const until = this.status === "paused" ? this.pausedAt : now;
    const to = until < this.stepEnd ? until : this.stepEnd;
    this.tally.addHold(this.step, to - this.stepStart);
  }

  /** Gives the step at which the cursor stands its time. */
  private place(at: number): void {
    this.stepCount++;
    this.stepStart = at;
    this.stepEnd = at + stepSeconds(this.plan, this.step) * 1000;
    this.holdMarks = 0;
    this.fresh = true;
  }

  /** Begins the placed step: from here on it counts and is felt. */
  private begin(): void {
    const step = this.step;
    this.fresh = false;
    this.told = this.stepStart;
    if (isWork(step.phase)) {
      this.begun = true;
      if (this.status === "ready") this.status = "running";
      // A set that starts over counts once.
      if (isSetStart(this.plan, step)) this.tally.clear(step);
    }
    entryCues(this.plan, step, this.cues);
    if (step.phase === "done") this.finish(this.stepStart, true);
  }

  private finish(at: number, completed: boolean): void {
    this.status = "finished";
    this.completed = completed;
    this.endedAt = at;
  }

  /** Moves on by command; while paused the step waits to begin. */
  private jumpTo(at: number): void {
    this.marks++;
    this.cues = [];
    this.cuesAt = at;
    if (this.status === "paused") {
      this.pausedMs += at - this.pausedAt;
      this.pausedAt = at;
    }
    this.place(at);
    if (this.status === "paused" && this.step.phase !== "done") return;
    this.begin();
    this.catchUp(at);
  }

  /** Does a command at `now`, or says why not. Its cues are in `cues`. */
  apply(command: Command, now: number): Refusal | undefined {
    this.advance(now);
    return this.obey(command, now);
  }

  private obey(command: Command, now: number): Refusal | undefined {
    if (this.status === "idle") {
      return command === "start" ? this.start(now) : "not started";
    }
    if (this.status === "finished") return "finished";
    const paused = this.status === "paused";
    switch (command) {
      case "pause":
        if (paused) return "already paused";
        this.status = "paused";
        this.pausedAt = now;
        this.cues = ["pause"];
        this.cuesAt = now;
        return undefined;
      case "resume":
        return paused ? this.resume(now) : "not paused";
      case "skip":
      case "skip-exercise":
        return this.skip(now, command === "skip-exercise");
      case "restart":
        return this.restart(now);
      case "previous":
        return this.previous(now);
      case "more-rest":
        if (isWork(this.step.phase)) return "only while waiting";
        this.stepEnd += MORE_REST;
        return undefined;
      case "end":
        this.addHold(now);
        if (paused) this.pausedMs += now - this.pausedAt;
        this.finish(now, false);
        return undefined;
      case "start":
        return "already started";
    }
  }

  private start(now: number): undefined {
    this.status = "ready";
    this.cuesAt = now;
    this.place(now);
    this.begin();
    this.catchUp(now);
    return undefined;
  }

  private resume(now: number): undefined {
    const away = now - this.pausedAt;
    this.status = this.begun ? "running" : "ready";
    this.pausedMs += away;
    this.stepStart += away;
    this.stepEnd += away;
    this.told += away;
    this.cues = ["resume"];
    this.cuesAt = now;
    if (this.fresh) this.begin();
    this.catchUp(now);
    return undefined;
  }

  private skip(now: number, exercise: boolean): undefined {
    if (exercise || isWork(this.step.phase)) {
      this.addHold(now);
      this.tally.setSkipped(this.step);
    }
    if (exercise) nextItem(this.plan, this.step);
    else leaveSet(this.plan, this.step);
    this.jumpTo(now);
    return undefined;
  }

  /** Back to the beginning of the set, with time to get ready again. */
  private restart(now: number): undefined {
    if (isWork(this.step.phase)) {
      this.addHold(now);
      this.step.rep = 0;
      this.step.phase = "ready";
    }
    this.jumpTo(now);
    return undefined;
  }

  private previous(now: number): Refusal | undefined {
    const from = this.step;
    const to: Step = {
      item: from.item,
      set: from.set,
      side: from.side,
      rep: 0,
      phase: from.phase,
    };
    if (!previousSet(this.plan, to)) return "at the beginning";
    this.addHold(now);
    to.phase = "ready";
    this.step = to;
    this.jumpTo(now);
    return undefined;
  }

  /** When `advance` is next worth calling, or -1 when it is not. */
  nextDue(): number {
    if (!this.live()) return -1;
    const cue = this.cueDue();
    let due = cue >= 0 && cue < this.stepEnd ? cue : this.stepEnd;
    if (this.step.phase === "hold") {
      const mark = this.stepStart + (this.holdMarks + 1) * HOLD_MARK;
      if (mark < due) due = mark;
    }
    return due;
  }

  /** Ms left of the step at `now`. */
  stepLeft(now: number): number {
    const at = this.status === "paused" ? this.pausedAt : now;
    return this.stepEnd - at;
  }

  /** Ms from the step's start to its end. */
  stepLength(): number {
    return this.stepEnd - this.stepStart;
  }

  /** Ms left of the whole session at `now`, pauses aside. */
  sessionLeft(now: number): number {
    if (this.status === "finished") return 0;
    const plan = this.plan;
    const later = remainingSeconds(plan, this.step);
    const own = this.stepLeft(now);
    return own + (later - stepSeconds(plan, this.step)) * 1000;
  }

  /** Ms the session has gone on at `now`, pauses left out. */
  activeMs(now: number): number {
    const to =
      this.status === "finished"
        ? this.endedAt
        : this.status === "paused"
          ? this.pausedAt
          : now;
    return to - this.pausedMs;
  }

  /** What was done of each item, an unfinished hold left out. */
  items(): ReturnType<Tally["items"]> {
    return this.tally.items();
  }
}
