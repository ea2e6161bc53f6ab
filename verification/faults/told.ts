import type { Check, Hurt, SessionRecord } from "../../common/record";

/** What can be told around a session, as a record has it. */
export interface Answers extends Omit<
  Partial<Check>,
  "firstSide" | "runMinutes"
> {
  before?: number | undefined;
  after?: number | undefined;
}

export type Question = keyof Answers;

/** A rise of the back from which on a session was painful, and the back that always is. */
const RISE = 2;
const RED = 6;
/** The answer about the leg after a session from which on it is worse. */
const LEG_WORSE = 2;
/** Of a calm session: the highest back before it, the most that it rises. */
const CALM_BACK = 3;
const CALM_RISE = 1;
const TOO_HARD = 3;

/** What the runner said around one session, to judge its record by. */
export class Told {
  readonly answers: Answers = { mode: "planned" };
  /** What hurt, by the place of the exercise in the session. */
  readonly hurts = new Map<number, Hurt>();
  /** Where it hurt, as the runner said of an exercise that was skipped. */
  private skipped: Hurt | undefined;
  /** What was not asked again before this session, as it had just been told. */
  readonly again: Pick<Answers, "before" | "legBefore"> = {};
  private newest: { at: number; forget: () => void } | undefined;
  /** Answers that a death may have taken. */
  private readonly unsure = new Set<Question | "skipped" | number>();

  /** The runner answered a question at `at` ms; undefined where no answer was chosen. */
  say<Q extends Question>(question: Q, answer: Answers[Q], at: number): void {
    this.answers[question] = answer;
    this.newest = { at, forget: () => this.unsure.add(question) };
  }

  /** The runner named what hurt, by its place in the session. */
  hurt(item: number, where: Hurt, at: number): void {
    this.hurts.set(item, where);
    this.newest = { at, forget: () => this.unsure.add(item) };
  }

  /** The runner said where a skipped exercise hurt. */
  skippedFor(where: Hurt, at: number): void {
    this.skipped = where;
    this.newest = { at, forget: () => this.unsure.add("skipped") };
  }

  /** The watch died: what was said `inFlightMs` before may be lost. True when something may be. */
  died(at: number, inFlightMs: number): boolean {
    if (!this.newest || at - this.newest.at > inFlightMs) return false;
    this.newest.forget();
    return true;
  }

  /** The back before, the one that was not asked again too. */
  get before(): number | undefined {
    return this.answers.before ?? this.again.before;
  }

  private get legBefore(): number | undefined {
    return this.answers.legBefore ?? this.again.legBefore;
  }

  private get rise(): number {
    const { before } = this;
    const { after } = this.answers;
    return before === undefined || after === undefined ? 0 : after - before;
  }

  /** Everything that was said is in the record, as far as a death cannot have taken it. */
  get isSure(): boolean {
    return this.unsure.size === 0;
  }

  /** The runner told that the back or the leg got worse, or that the back is bad. */
  get isPainful(): boolean {
    const { before, after = 0, legAfter = 0 } = this.answers;
    const rose = before !== undefined && after - before >= RISE;
    return rose || after >= RED || legAfter >= LEG_WORSE;
  }

  /** Nothing that was said speaks against it. */
  get isCalm(): boolean {
    const { after, legAfter = 0 } = this.answers;
    return (
      this.before !== undefined &&
      after !== undefined &&
      this.before <= CALM_BACK &&
      this.rise <= CALM_RISE &&
      Math.max(this.legBefore ?? 0, legAfter) < 1
    );
  }

  /** It can earn a raise: as planned, answered, and nothing speaks against it. */
  get isGood(): boolean {
    const { mode, after, effort } = this.answers;
    const told = after !== undefined && effort !== TOO_HARD;
    return mode === "planned" && told && !this.isPainful;
  }

  /** Why the record does not say what was told; undefined when it does. */
  differenceFrom(record: SessionRecord): string | undefined {
    const said: Answers = {
      before: record.backBefore,
      after: record.backAfter,
      legBefore: record.check?.legBefore,
      legAfter: record.check?.legAfter,
      effort: record.check?.effort,
      morning: record.check?.morning,
      mode: record.check?.mode,
    };
    for (const question of Object.keys(said) as Question[]) {
      const is = said[question];
      const told = this.answers[question];
      if (is === told || this.unsure.has(question)) continue;
      if (is === this.again[question as keyof Told["again"]]) continue;
      return `${question} is ${is}, and ${told} was told`;
    }
    let skipped: Hurt | undefined;
    for (const [
      i,
      { exercise, hurt, skipped: left },
    ] of record.items.entries()) {
      const told = this.hurts.get(i);
      if (hurt === told || this.unsure.has(i)) continue;
      if (!left || !hurt || skipped)
        return `${exercise} hurt: ${hurt}, and ${told} was told`;
      skipped = hurt;
    }
    return skipped === this.skipped || this.unsure.has("skipped")
      ? undefined
      : `skipped, as it hurt: ${skipped}, and ${this.skipped} was told`;
  }
}
