import type { LoneCheck } from "../../common/wire/coach";
import type { OpenQuestion } from "../../tools/session/question";
import type { SessionTruth } from "./session-truth";
import type { ShutExercises } from "./shut-exercises";
import type { Answers, Told } from "./told";

/** Codes of decisions without a session: not today, and the words to get help. */
const NOT_TODAY = 0;
const STOP = 3;
/** The answer about a leg before a session that ends it, and the one after that is worse. */
const LEG_NUMB = 3;
const LEG_WORSE = 2;
/** The cell of the scale that is for no answer. */
const NO_BACK = 11;

/** A check that no session followed, as the runner told it. */
export interface LoneTruth {
  check: Omit<LoneCheck, "id" | "offset">;
  /** It was decided at so many ms. */
  toldAt: number;
  /** A fault may have taken it. */
  mayBeMissing: boolean;
}

/** What was answered since start was tapped. */
interface CheckIn {
  /** Seconds since 1970. */
  start: number;
  answers: Answers;
  asked: Set<"before" | "legBefore">;
  chosen: "easy" | "planned" | "none" | undefined;
}

/** What the runner is asked and says, before sessions and after them. */
export class Asking {
  /** Checks that no session followed. */
  readonly lone: LoneTruth[] = [];
  private checkIn: CheckIn | undefined;
  /** What was told newest before a session, which is not asked again for a while. */
  private lately: Told["again"] = {};

  /** On a watch that is full, what led to no session may be kept nowhere. */
  constructor(
    private readonly shut: ShutExercises,
    private readonly isFull: () => boolean,
  ) {}

  /** Start was tapped. */
  begin(start: number): void {
    const answers: Answers = {};
    this.checkIn = { start, answers, asked: new Set(), chosen: undefined };
  }

  /** No question is open any more: no session follows from what was said. */
  end(): void {
    this.checkIn = undefined;
  }

  /** What is asked now is asked before a session. */
  get isBefore(): boolean {
    return this.checkIn !== undefined;
  }

  /** The runner decided that no session is to follow. */
  get startsNothing(): boolean {
    return this.checkIn?.chosen === "none";
  }

  /** A session begins: what was said before it. */
  takeInto(truth: SessionTruth): string | undefined {
    const { told } = truth;
    const before = this.checkIn;
    if (!before) return "a session began without a tap";
    const { mode } = told.answers;
    Object.assign(told.answers, before.answers, { mode });
    for (const question of ["before", "legBefore"] as const)
      if (!before.asked.has(question))
        told.again[question] = this.lately[question] as never;
    this.checkIn = undefined;
    return before.chosen === "easy" && mode !== "easy"
      ? `easy was chosen, and the session is ${mode}`
      : undefined;
  }

  /** The runner chose an answer by its number, or none, at `at` ms. */
  answered(
    question: OpenQuestion,
    choice: number | undefined,
    truth: SessionTruth | undefined,
    at: number,
  ): void {
    if (this.checkIn) this.before(question, choice, at);
    else if (truth) this.after(question, choice, truth, at);
  }

  private before(
    { kind, leadsTo }: OpenQuestion,
    choice: number | undefined,
    at: number,
  ): void {
    const { answers, asked } = this.checkIn!;
    if (kind === "morning" && choice !== undefined && choice < 2)
      answers.morning = choice as 0 | 1;
    if (kind === "back") {
      answers.before = choice === NO_BACK ? undefined : choice;
      asked.add("before");
      this.lately = { before: answers.before, legBefore: undefined };
    }
    if (kind === "leg" && choice !== undefined) {
      answers.legBefore = this.lately.legBefore = choice as 0 | 1 | 2 | 3;
      asked.add("legBefore");
      if (choice === LEG_NUMB) this.decide(STOP, at);
    }
    if (kind === "offer" && choice !== undefined) {
      this.checkIn!.chosen = leadsTo[choice];
      if (this.startsNothing) this.decide(NOT_TODAY, at);
    }
  }

  /** The words to get help are shown at once: what was told of the leg is not asked again. */
  stopped(at: number): void {
    this.decide(STOP, at);
  }

  private decide(decision: number, toldAt: number): void {
    const { start, answers } = this.checkIn!;
    this.checkIn!.chosen = "none";
    const back = answers.before ?? this.lately.before;
    const leg = answers.legBefore ?? this.lately.legBefore;
    const check = { at: start, back, leg, decision };
    this.lone.push({ check, toldAt, mayBeMissing: this.isFull() });
  }

  private after(
    { kind }: OpenQuestion,
    choice: number | undefined,
    truth: SessionTruth,
    at: number,
  ): void {
    const { told } = truth;
    if (choice === undefined) return;
    if (kind === "back")
      told.say("after", choice === NO_BACK ? undefined : choice, at);
    if (kind === "leg-after") {
      told.say("legAfter", choice as 0 | 1 | 2 | 3, at);
      if (choice >= LEG_WORSE) this.shut.legWorse(truth);
    }
    if (kind === "effort") told.say("effort", (choice + 1) as 1 | 2 | 3, at);
    if (kind === "why" && choice > 0)
      told.skippedFor(choice === 1 ? "back" : "elsewhere", at);
    if (kind === "which") {
      const item = truth.routine.items[choice];
      if (!item) return;
      const worse = (told.answers.legAfter ?? 0) >= LEG_WORSE;
      told.hurt(choice, worse ? "leg" : "back", at);
      if (worse) this.shut.named(item, truth);
    }
  }

  /** The watch died: what was decided `inFlightMs` before may be lost. */
  died(at: number, inFlightMs: number): void {
    this.checkIn = undefined;
    for (const one of this.lone)
      if (at - one.toldAt <= inFlightMs) one.mayBeMissing = true;
  }

  /** Checks of which `lost` is true may be missing from now on. */
  lose(lost: (check: LoneTruth["check"]) => boolean): void {
    for (const one of this.lone) if (lost(one.check)) one.mayBeMissing = true;
  }
}
