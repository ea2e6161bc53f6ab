import { CoachItem } from "../coach/choices";
import { coachKey } from "../coach/classes";
import { Gate } from "../coach/gate";
import { CoachState } from "../coach/state";
import { stepBelow } from "../coach/steps";
import { readGate } from "../coach/stored";
import { CoachView } from "../coach/view";
import { fieldsOf } from "../json";
import { KeyValueStore, keysOf, storedJson } from "../key-value-store";
import { COACH_LOG_KEY, COACH_VIEW_KEY, gateKey } from "./coach-keys";
import { itemKey } from "./keys";
import { readSettings } from "./settings";

/** How many changes the page gets. */
const MAX_SHOWN = 30;

/** Writes a value unless it is there. */
function write(settings: KeyValueStore, key: string, value: string): void {
  if (settings.getItem(key) !== value) settings.setItem(key, value);
}

/** Begins the key of each gate. */
const GATE = gateKey("");

/** The gates that the settings still have, where the coach's own state is lost. */
export function readGates(settings: KeyValueStore): Gate[] {
  return keysOf(settings)
    .filter((key) => key.indexOf(GATE) === 0)
    .map((key) =>
      readGate({
        ...fieldsOf(storedJson(settings, key)),
        exercise: key.slice(GATE.length),
      }),
    )
    .filter((gate): gate is Gate => gate !== undefined);
}

/** The gates by their keys; those that are gone are removed. */
function writeGates(settings: KeyValueStore, { gates }: CoachState): void {
  const keys = gates.map(({ exercise }) => gateKey(exercise));
  keysOf(settings)
    .filter((key) => key.indexOf(GATE) === 0 && keys.indexOf(key) < 0)
    .forEach((key) => settings.removeItem(key));
  gates.forEach(({ exercise, ...gate }) =>
    write(settings, gateKey(exercise), JSON.stringify(gate)),
  );
}

/**
 * Writes the steps of a coach, where they are others than the settings say (`items`),
 * its gates, and its newest changes for the page.
 * @throws When there is no room.
 */
export function writeCoach(
  settings: KeyValueStore,
  state: CoachState,
  items: ReadonlyArray<CoachItem>,
): void {
  items.forEach(({ key, coached, step }) => {
    const exercise = state.exercises[key];
    if (coached && exercise && exercise.step !== step)
      settings.setItem(itemKey(key, "step"), String(exercise.step));
  });
  writeGates(settings, state);
  const shown = state.log.slice(0, MAX_SHOWN);
  write(settings, COACH_LOG_KEY, JSON.stringify(shown));
}

/** Writes how things stand, for the page. */
export function writeView(settings: KeyValueStore, view: CoachView): void {
  write(settings, COACH_VIEW_KEY, JSON.stringify(view));
}

/** Removes the steps of all exercises: the level's count again. */
export function forgetSteps(settings: KeyValueStore): void {
  keysOf(settings)
    .filter((key) => /\.step$/.test(key))
    .forEach((key) => settings.removeItem(key));
}

/**
 * "Let the coach decide again": the runner's own dose of an exercise goes, and it
 * begins at the highest step that asks for no more.
 */
export function coachAgain(settings: KeyValueStore, key: string): void {
  const { choices } = readSettings((one) => settings.getItem(one));
  const own = choices.filter(
    ({ item, exercise, step }) =>
      exercise && step === undefined && coachKey(item) === key,
  )[0];
  if (!own) return;
  const step = stepBelow(own.item);
  (["sets", "reps", "hold"] as const).forEach((field) =>
    settings.removeItem(itemKey(own.key, field)),
  );
  settings.setItem(itemKey(key, "step"), String(step));
}
