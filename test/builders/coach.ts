import { EXERCISES } from "../../common/exercises";
import {
  Check,
  ItemRecord,
  SessionRecord,
  sessionId,
} from "../../common/record";
import { Choices, CoachMode } from "../../phone/coach/choices";
import { DAY } from "../../phone/coach/constants";
import { decide } from "../../phone/coach/decide";
import { following } from "../../phone/coach/follow";
import { coachSession } from "../../phone/coach/session";
import { Change, CoachState, newCoach } from "../../phone/coach/state";
import { capOf } from "../../phone/coach/steps";
import { aCheckedRecord } from "../../verification/builders/records";

/** The exercises of the built-in routine. */
export const FIVE = [
  "hip-raise",
  "reverse-hip-raise",
  "plank",
  "side-plank",
  "cobra",
];

/** Noon of the first day, in seconds since 1970. */
export const NOON = 1788868800;

/** The moment of a day at noon. */
export function noon(day: number): number {
  return NOON + day * DAY;
}

/** What a runner says of one session, and does in it; the rest is a good one at rest. */
export interface Told {
  before?: number | undefined;
  after?: number | undefined;
  check?: Partial<Check>;
  postRun?: boolean;
  outcome?: SessionRecord["outcome"];
  /** What differs of these exercises. */
  items?: { [exercise: string]: Partial<ItemRecord> };
  exercises?: readonly string[];
}

/** The runner could have done more. */
export const MORE: Told = { check: { effort: 1 } };
/** A leg was worse after it, and the back with it. */
export const FURTHER: Told = { after: 3, check: { legAfter: 2 } };

/** A session of a day: everything done in full, the back at 1 before and after. */
export function sessionOn(day: number, told: Told = {}): SessionRecord {
  const start = noon(day);
  const items = (told.exercises ?? FIVE).map((exercise): ItemRecord => {
    const { sides, kind } = EXERCISES.find(({ id }) => id === exercise)!;
    const each = (amount: number) => Array<number>(sides).fill(amount);
    const held = kind === "hold";
    return {
      ...{ exercise, name: "", sets: 2, skipped: false, full: true },
      ...{ reps: each(held ? 0 : 10), holdSeconds: each(held ? 20 : 50) },
      ...told.items?.[exercise],
    };
  });
  return aCheckedRecord(told.check, {
    ...{ id: sessionId(start, 0.5), start, offset: 0, items },
    backBefore: "before" in told ? told.before : 1,
    backAfter: "after" in told ? told.after : 1,
    postRun: told.postRun ?? false,
    outcome: told.outcome ?? "completed",
  });
}

/** Exercises that all stand at one step. */
export function choicesAt(
  step: number,
  keys: readonly string[] = FIVE,
  mode: CoachMode = "auto",
): Choices {
  const items = keys.map((key) => {
    const kind = EXERCISES.find(({ id }) => id === key)?.kind ?? "reps";
    const cap = capOf(key, kind, { beyond: false, heart: false });
    const coached = cap > 0;
    return { key, included: true, coached, cap, step: coached ? step : 0 };
  });
  return { mode, items };
}

/** A coach that meets one session after another. */
export class CoachLife {
  state: CoachState;

  constructor(readonly choices: Choices) {
    this.state = following(newCoach(0), choices);
  }

  /** What the session of a day leads to. */
  live(day: number, told: Told = {}): Change[] {
    return this.meet(sessionOn(day, told), noon(day));
  }

  meet(record: SessionRecord, now: number): Change[] {
    const session = coachSession({ kind: "session", record });
    const decided = decide(this.state, this.choices, session, now);
    this.state = decided.state;
    return decided.changes;
  }

  /** The steps, in the order of the choices. */
  get steps(): number[] {
    return this.choices.items
      .filter(({ coached }) => coached)
      .map(({ key }) => this.state.exercises[key]!.step);
  }
}

/** Changes in short: "D-6 hip-raise 1>2", "B-2 cobra out". */
export function inShort(changes: readonly Change[]): string[] {
  return changes.map(({ rule, exercise, from, to, gate }) =>
    [rule, exercise, gate ?? `${from}>${to}`].filter(Boolean).join(" "),
  );
}
