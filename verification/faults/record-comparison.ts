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

/** Why the record is not of this session as the model has it; undefined when it is. */
export function differenceOf(
  record: SessionRecord,
  model: SessionModel,
  routine: Routine,
  { deaths, clockSeconds, inexact }: Tolerance,
): string | undefined {
  const wanted = model.items();
  if (namesOf(wanted) !== namesOf(record.items)) return "other exercises";
  const exact = !deaths && !clockSeconds && !inexact;
  // Accounts are one tick apart, and a death may come between two of them.
  const grain = deaths ? TICK / 1000 : 0;
  const extraSeconds = clockSeconds + grain + ROUNDING;
  const missingSeconds = HOLD_MARK * deaths + extraSeconds;
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
  // Somebody who skips every set completes nothing.
  const anySet = record.items.some(({ sets }) => sets > 0);
  const completed = record.outcome === "completed";
  const wrongOutcome =
    completed !== (model.completed && anySet) ||
    (record.outcome === "recovered" && !deaths);
  return wrongOutcome ? `it is ${record.outcome}` : undefined;
}

function namesOf(items: ItemRecord[]): string {
  return items.map(({ exercise, name }) => exercise + name).join();
}

function workOf({ sets, reps, holdSeconds, skipped }: ItemRecord): string {
  return JSON.stringify([sets, reps, holdSeconds, skipped]);
}
