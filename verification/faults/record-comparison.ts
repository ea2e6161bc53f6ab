import { ItemRecord, SessionRecord, total } from "../../common/record";
import { Routine } from "../../common/routine";
import { SessionModel, TICK } from "./session-model";

/** What allows a record to differ from the model. */
export interface Tolerance {
  deaths: number;
  /** Seconds of a hold that may be wrong: the clock was set. */
  clockSeconds: number;
  /** Timers were late, or the clock was set: nothing is exact. */
  inexact: boolean;
}

/** Seconds by which rounding may change a hold. */
const ROUNDING = 0.1;
/** A hold is written down every so many seconds. */
const HOLD_MARK = 10;

/** Seconds of a hold that a record may lack. */
function missingSecondsOf({ deaths, clockSeconds }: Tolerance): number {
  // Accounts are one tick apart, and a death may come between two of them.
  const grain = deaths ? TICK / 1000 : 0;
  return HOLD_MARK * deaths + clockSeconds + grain + ROUNDING;
}

/**
 * Whether the session may have left no record, because nothing was done as far
 * as the watch could know; "surely" when it did not know better.
 */
export function emptiness(
  model: SessionModel,
  tolerance: Tolerance,
): "surely" | "perhaps" | "no" {
  const items = model.items();
  const all = (of: (item: ItemRecord) => number[]): number =>
    items.reduce((sum, item) => sum + total(of(item)), 0);
  const reps = all((item) => item.reps);
  const held = all((item) => item.holdSeconds);
  const exact =
    !tolerance.deaths && !tolerance.clockSeconds && !tolerance.inexact;
  if (exact) return reps || held ? "no" : "surely";
  const lost = tolerance.deaths + Math.ceil(tolerance.clockSeconds / 2);
  return reps <= lost && held <= missingSecondsOf(tolerance) ? "perhaps" : "no";
}

/** Why the record is not of this session as the model has it; undefined when it is. */
export function differenceOf(
  record: SessionRecord,
  model: SessionModel,
  routine: Routine,
  tolerance: Tolerance,
): string | undefined {
  if (!record.check) return "no check";
  const wanted = model.items();
  // The model's first side is the one that came first.
  if (record.check.firstSide) {
    for (const item of wanted) {
      item.reps.reverse();
      item.holdSeconds.reverse();
    }
  }
  if (namesOf(wanted) !== namesOf(record.items)) return "other exercises";
  const { deaths, clockSeconds, inexact } = tolerance;
  const exact = !deaths && !clockSeconds && !inexact;
  const missingSeconds = missingSecondsOf(tolerance);
  const extraSeconds = missingSeconds - HOLD_MARK * deaths;
  const extraReps = Math.ceil(clockSeconds / 2);
  for (const [i, recorded] of record.items.entries()) {
    const expected = wanted[i]!;
    if (exact && workOf(recorded) !== workOf(expected)) {
      return `item ${i}: ${workOf(recorded)}, not ${workOf(expected)}`;
    }
    const reps = total(expected.reps) - total(recorded.reps);
    const held = total(expected.holdSeconds) - total(recorded.holdSeconds);
    if (reps > deaths + extraReps || reps < -extraReps) {
      return `item ${i}: ${total(recorded.reps)} reps, not ${total(expected.reps)}`;
    }
    const { kind, hold } = routine.items[i]!;
    const counted = kind === "hold" ? held : held - reps * hold;
    if (counted > missingSeconds || counted < -extraSeconds) {
      return `item ${i}: ${total(recorded.holdSeconds)} s, not ${total(expected.holdSeconds)}`;
    }
  }
  // What was skipped was not done.
  const whole = record.items.every(
    ({ sets }, i) => sets === routine.items[i]!.sets,
  );
  const completed = record.outcome === "completed";
  const wrongOutcome =
    completed !== (model.completed && whole) ||
    (record.outcome === "recovered" && !deaths);
  return wrongOutcome ? `it is ${record.outcome}` : undefined;
}

function namesOf(items: ItemRecord[]): string {
  return items.map(({ exercise, name }) => exercise + name).join();
}

function workOf(item: ItemRecord): string {
  const { sets, reps, holdSeconds, skipped, full } = item;
  return JSON.stringify([sets, reps, holdSeconds, skipped, full]);
}
