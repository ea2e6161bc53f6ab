import { fieldsOf, fromJson, wholeOr } from "../json";
import { KeyValueStore } from "../key-value-store";
import { History } from "./history";
import { linesUnder, monthOf } from "./months";

/**
 * Begins the key of a month of steps, as in "s-2026-03". It has a line each time that a
 * step changed: seconds since 1970, and what changed.
 */
const STEPS = "s-";
/** Stands for an exercise that the coach doses no more. */
const OWN = -1;

/** Where exercises stood on their ladders, by `coachKey`; own doses are not in it. */
export interface Steps {
  readonly [key: string]: number;
}

interface Changed {
  from: number;
  steps: Steps;
}

function changedIn(line: string): Changed {
  const [from = "", ...rest] = line.split(" ");
  const fields = fieldsOf(fromJson(rest.join(" ")));
  const steps: { [key: string]: number } = {};
  Object.keys(fields).forEach((key) => {
    const step = fields[key];
    if (step === OWN || wholeOr(step, OWN) !== OWN) steps[key] = step as number;
  });
  return { from: wholeOr(Number(from), 0), steps };
}

/** The steps after changes; those of the runner's own doses are left out. */
function after(changes: ReadonlyArray<Changed>): Steps {
  const all: { [key: string]: number } = {};
  changes.forEach(({ steps }) => {
    Object.keys(steps).forEach((key) => {
      if (steps[key] === OWN) delete all[key];
      else all[key] = steps[key]!;
    });
  });
  return all;
}

function changesIn(store: KeyValueStore): Changed[] {
  return linesUnder(store, STEPS).map(changedIn);
}

/**
 * Stores where all exercises stand from a session on, as far as it is new. `start` is
 * in seconds since 1970, and not before that of the call before.
 * @throws When there is no room.
 */
export function noteSteps(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  start: number,
  steps: Steps,
): void {
  const known = after(changesIn(store));
  const changed: { [key: string]: number } = {};
  Object.keys(steps).forEach((key) => {
    if (known[key] !== steps[key]) changed[key] = steps[key]!;
  });
  Object.keys(known).forEach((key) => {
    if (steps[key] === undefined) changed[key] = OWN;
  });
  if (!Object.keys(changed).length) return;
  const key = monthOf(start, STEPS);
  const line = start + " " + JSON.stringify(changed);
  history.writeOther(key, (store.getItem(key) || "") + "\n" + line);
}

/** The steps at a moment in seconds since 1970; none before the first that is stored. */
export function stepsAt(store: KeyValueStore): (start: number) => Steps {
  const changes = changesIn(store);
  return (start) => after(changes.filter(({ from }) => from <= start));
}
