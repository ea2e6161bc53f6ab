import { SUSPECTS, dayOf } from "../../common/coach/ask";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { CUSTOM, type Item } from "../../common/routine";
import type { SessionTruth } from "./session-truth";

/** Days, and calm sessions, until an exercise that made a leg worse may be tried again. */
const DAYS = 14;
const CALM = 3;

/** What an exercise is known by to the coach. */
export function keyOf({ exercise, name }: Pick<Item, "exercise" | "name">) {
  return exercise === CUSTOM ? `${CUSTOM}:${name}` : exercise;
}

/**
 * The exercises that have to stay out, as the leg was worse after them. Those of
 * which a fault may have taken the answer are not among them.
 */
export class ShutExercises {
  /** By key: the session after which it was shut. */
  private readonly out = new Map<string, SessionTruth>();
  private trials = false;

  /** The leg is worse: until the runner names another, what is the most likely is out. */
  legWorse(truth: SessionTruth): void {
    this.release(truth);
    // One that is tried again is the first that the phone thinks of.
    if (this.trials) return;
    const done = truth.surelyDone;
    for (const id of SUSPECTS.map((code) => EXERCISE_IDS[code]!)) {
      const item = truth.routine.items.findIndex((one) => keyOf(one) === id);
      if (item < 0) continue;
      if (done[item] === undefined) return;
      if (!done[item]) continue;
      this.out.set(id, truth);
      return;
    }
  }

  /** The runner named the exercise. */
  named(item: Item, truth: SessionTruth): void {
    this.release(truth);
    // A full watch may have had no room for it.
    if (!truth.vague) this.out.set(keyOf(item), truth);
  }

  /** Nobody can say any more what is out after this session. */
  release(truth: SessionTruth): void {
    for (const [key, by] of this.out) if (by === truth) this.out.delete(key);
  }

  /** Only those stay of which `stays` is true, by their keys and sessions. */
  keep(stays: (key: string, truth: SessionTruth) => boolean): void {
    for (const [key, truth] of this.out)
      if (!stays(key, truth)) this.out.delete(key);
  }

  /** Why these items cannot be a session's; undefined when they can. */
  wrongIn(items: ReadonlyArray<Item>): string | undefined {
    const wrong = items.map(keyOf).find((key) => this.out.has(key));
    return wrong && `${wrong} is shut, and in the session`;
  }

  /**
   * The runner tries an exercise again, as the page offers; a message when it must
   * not offer that yet. `now` is in seconds since 1970.
   */
  tried(
    key: string,
    now: number,
    sessions: ReadonlyArray<SessionTruth>,
    clockWasSet: boolean,
  ): string | undefined {
    const by = this.out.get(key);
    this.out.delete(key);
    this.trials = true;
    if (!by) return undefined;
    const days = dayOf(now, 0) - dayOf(by.start, 0);
    // The calendar of the runner's place may be a day ahead.
    if (days + 1 < DAYS && !clockWasSet)
      return `${key} is offered again after ${days} days`;
    const after = sessions.slice(sessions.indexOf(by) + 1);
    const calm = after.filter(({ told }) => told.isCalm).length;
    if (calm < CALM)
      return `${key} is offered again after ${calm} calm sessions`;
    return undefined;
  }
}
