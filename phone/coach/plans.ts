import { defaultItem } from "../../common/default-routine";
import { EXERCISES } from "../../common/exercises";
import { MAX_ITEMS } from "../../common/limits";
import { Item, Routine } from "../../common/routine";
import { leastReps } from "../settings/least-dose";
import { coachKey, isNotEasy } from "./classes";
import { K } from "./constants";
import { CoachState, gateOf } from "./state";
import { atStepOf } from "./steps";

/** The easy session where too little of the routine is left, each at its lowest step. */
export function builtInEasy(): Item[] {
  return ["hip-raise", "bird-dog", "side-plank"].map((id) => {
    const exercise = EXERCISES.filter((one) => one.id === id)[0]!;
    return atStepOf(defaultItem(exercise), 0);
  });
}

/** Fewest exercises of an easy session made of the routine. */
const FEWEST = 2;

/** Of a dose that is not the coach's, the share of sets and of reps. */
const LESS = { sets: 0.5, reps: 0.6 };

/** An own dose made easy: fewer sets and reps, two short holds. */
function easier(item: Item): Item {
  const hold = Math.min(item.hold, K.easyHold);
  if (item.kind === "hold") return { ...item, sets: 2, hold };
  const sets = Math.max(1, Math.floor(item.sets * LESS.sets));
  const fewer = { ...item, hold, sets };
  const reps = Math.floor(item.reps * LESS.reps);
  return { ...fewer, reps: Math.max(leastReps(fewer), reps) };
}

function easyItem(state: CoachState, item: Item): Item {
  const exercise = state.exercises[coachKey(item)];
  if (!exercise) return easier(item);
  const step = Math.max(0, exercise.step - K.easyLess);
  return atStepOf(item, Math.min(K.easyStep, step));
}

function isShut(state: CoachState, item: Item): boolean {
  const gate = gateOf(state, coachKey(item));
  return !!gate && gate.trial === 0;
}

/** The items of the built-in easy session, without what is shut by a gate or by an answer about health. */
function builtIn(state: CoachState, unhealthy: ReadonlyArray<string>): Item[] {
  return builtInEasy().filter(
    (item) => !isShut(state, item) && unhealthy.indexOf(item.exercise) < 0,
  );
}

/** A plan of some items; undefined of none. */
function planOf(routine: Routine, items: Item[]): Routine | undefined {
  return items.length ? { ...routine, items } : undefined;
}

/** The items of a routine that can be done at all. */
function openItems(state: CoachState, routine: Routine): Item[] {
  return routine.items.filter((item) => item.included && !isShut(state, item));
}

/**
 * The session of a day on which the back is sore: nothing that bends the back far,
 * small doses, no hold over ten seconds (C-1). Undefined where nothing is left.
 * `unhealthy` are the exercises that an answer about health shuts, which are not
 * in the routine.
 */
export function easyPlan(
  state: CoachState,
  routine: Routine,
  unhealthy: ReadonlyArray<string> = [],
): Routine | undefined {
  const items = openItems(state, routine)
    .filter((item) => !isNotEasy(item.exercise))
    .map((item) => easyItem(state, item));
  return planOf(
    routine,
    items.length < FEWEST ? builtIn(state, unhealthy) : items,
  );
}

/** The session after a run or a break: every dose of the coach one step less (E-5). */
export function lightPlan(
  state: CoachState,
  routine: Routine,
): Routine | undefined {
  const items = openItems(state, routine).map((item) => {
    const exercise = state.exercises[coachKey(item)];
    if (!exercise) return item;
    const light = atStepOf(item, Math.max(0, exercise.step - 1));
    // Holds may be short for the heart; and a lower step can have a longer one.
    return { ...light, hold: Math.min(light.hold, item.hold) };
  });
  return planOf(routine, items);
}

/**
 * The routine as the watch is to have it. Where all of it is shut, the built-in easy
 * session is added, so that what is shut can be left out; where that is shut too, it is
 * all there is, as on a watch by itself.
 */
export function sentRoutine(
  state: CoachState,
  routine: Routine,
  unhealthy: ReadonlyArray<string>,
): Routine {
  if (routine.items.some((item) => !isShut(state, item))) return routine;
  const easy = builtIn(state, unhealthy);
  const items = easy.length
    ? routine.items.concat(easy).slice(-MAX_ITEMS)
    : builtInEasy();
  return { ...routine, items };
}
