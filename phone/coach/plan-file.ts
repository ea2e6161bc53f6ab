import { codeOf } from "../../common/exercise-codes";
import { Routine } from "../../common/routine";
import { ClassBit, CoachPlan } from "../../common/wire/coach";
import { AfterRun, isLighterNext } from "./after-run";
import { usualAt } from "./back";
import { coachKey, sentClassOf } from "./classes";
import { isOut } from "./gate";
import { easyPlan, lightPlan } from "./plans";
import type { Routing } from "./routing";
import { CoachState, gateOf } from "./state";

/** What the plans depend on beside the coach's state. */
export interface PlanChoices {
  /** What is asked: 2 all, 1 the back alone, 0 nothing. */
  questions: 0 | 1 | 2;
  afterRun: AfterRun;
  /** Bending backwards eases the leg. */
  eases: boolean;
  /** The runner has not said where to begin. */
  first: boolean;
  /** Exercises that an answer about health shuts. */
  unhealthy: ReadonlyArray<string>;
  /** Doses go up by themselves: the watch names them. */
  auto: boolean;
  /** Why to see somebody, the most urgent first, without what the runner has hidden. */
  reasons: ReadonlyArray<Routing>;
  /** The routine as the watch gets it: see `sentRoutine`. */
  sent: Routine;
}

/** The bits of each item of a routine: what it does to the back, shut, or on trial. */
function classesOf(
  state: CoachState,
  routine: Routine,
  eases: boolean,
): number[] {
  return routine.items.map((item) => {
    const gate = gateOf(state, coachKey(item));
    const shut = gate ? (isOut(gate) ? ClassBit.Shut : ClassBit.Trial) : 0;
    return sentClassOf(item.exercise, eases) | shut;
  });
}

/**
 * Whether a dose went up since the newest session: the next morning then says if it was
 * too much. Where it went up by itself, the code of its exercise.
 */
function raisedIn(
  { exercises, newest }: CoachState,
  auto: boolean,
): boolean | number {
  const since = newest ? newest.start : 0;
  const [key] = Object.keys(exercises).filter((one) => {
    const { raised } = exercises[one]!;
    return raised > 0 && raised >= since;
  });
  return key !== undefined && auto ? codeOf(key) : key !== undefined;
}

/**
 * What the watch is to know (P-1), without its number: what it asks, and the plans
 * beside the routine, which has the revision that the watch is to have. `now` is in
 * seconds since 1970.
 */
export function coachPlanOf(
  state: CoachState,
  routine: Routine,
  choices: PlanChoices,
  now: number,
): Omit<CoachPlan, "serial"> {
  const { questions, afterRun, eases, first, unhealthy, sent } = choices;
  const { auto, reasons } = choices;
  const [reason] = reasons;
  return {
    ask: questions,
    usual: usualAt(state.sessions, now),
    lighter: isLighterNext(state, afterRun),
    classes: classesOf(state, sent, eases),
    easy: easyPlan(state, routine, unhealthy),
    light: lightPlan(state, routine),
    first,
    raised: raisedIn(state, auto),
    revision: routine.revision,
    see: reason ? Number(reason.slice(2)) : 0,
  };
}
