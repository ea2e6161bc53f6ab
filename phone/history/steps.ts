import { fieldsOf, fromJson, wholeOr } from "../json";
import { KeyValueStore, keysOf } from "../key-value-store";
import { History } from "./history";
import { lineIn, linesOf } from "./months";

/** Begins the key of a month of steps, as in "s-2026-03". */
const STEPS = "s-";

/** Where exercises stood on their ladders, by `coachKey`; own doses are not in it. */
export interface Steps {
  readonly [key: string]: number;
}

/** The steps of sessions by their ids. */
export interface SessionSteps {
  readonly [id: string]: Steps;
}

/**
 * Stores where the exercises of a session stood when the coach saw it, before it
 * decided; what is there already, as after a death, stays. `start` is in seconds
 * since 1970.
 * @throws When there is no room.
 */
export function addSteps(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  { id, start }: { id: string; start: number },
  steps: Steps,
): void {
  if (!Object.keys(steps).length) return;
  const key = STEPS + new Date(start * 1000).toISOString().slice(0, 7);
  const text = store.getItem(key) || "";
  if (lineIn(text, id) !== undefined) return;
  history.writeOther(key, text + "\n" + id + " " + JSON.stringify(steps));
}

function stepsIn(line: string): Steps {
  const fields = fieldsOf(fromJson(line.slice(line.indexOf(" ") + 1)));
  const steps: { [key: string]: number } = {};
  Object.keys(fields).forEach((key) => {
    const step = wholeOr(fields[key], -1);
    if (step >= 0) steps[key] = step;
  });
  return steps;
}

/** The steps of every session of which they are stored; what cannot be read is left out. */
export function allSteps(store: KeyValueStore): SessionSteps {
  const all: { [id: string]: Steps } = {};
  keysOf(store)
    .filter((key) => key.indexOf(STEPS) === 0)
    .forEach((key) =>
      linesOf(store.getItem(key)).forEach((line) => {
        all[line.slice(0, line.indexOf(" "))] = stepsIn(line);
      }),
    );
  return all;
}
