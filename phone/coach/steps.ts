import { Item } from "../../common/routine";
import { K } from "./constants";
import { Ladder, LADDERS, Step, topStep } from "./ladders";

/** The ladder of an exercise; undefined for any other text, such as "constructor". */
function ladderOf(exercise: string): Ladder | undefined {
  return Object.keys(LADDERS).indexOf(exercise) < 0
    ? undefined
    : LADDERS[exercise];
}

/** Every step of an exercise, those beyond the full dose too; none without a ladder. */
export function stepsOf(exercise: string): ReadonlyArray<Step> {
  const ladder = ladderOf(exercise);
  return ladder ? ladder.steps.concat(ladder.beyond) : [];
}

/** An item with the dose of a step of its exercise; as it is where there is none. */
export function atStepOf(item: Item, step: number): Item {
  const dose = stepsOf(item.exercise)[step];
  return dose ? { ...item, ...dose } : item;
}

/** What limits how far an exercise goes up. */
export interface Caps {
  /** The runner asked for more than the full dose. */
  beyond: boolean;
  /** Holds stay short, for the heart. */
  heart: boolean;
}

/** The highest step that an exercise may have; 0 without a ladder. */
export function capOf(
  exercise: string,
  kind: Item["kind"],
  { beyond, heart }: Caps,
): number {
  const ladder = ladderOf(exercise);
  if (!ladder) return 0;
  const steps = stepsOf(exercise);
  let cap = beyond ? steps.length - 1 : topStep(ladder);
  if (heart && kind === "hold")
    while (cap > 0 && steps[cap]!.hold > K.heartHold) cap--;
  return cap;
}

/** Seconds of work, or reps, of all sets: what two doses of one exercise are compared by. */
function work({ sets, reps, hold, kind }: Step & Pick<Item, "kind">): number {
  return kind === "hold" ? sets * hold : sets * reps;
}

/** The highest step that asks for no more than a dose does; 0 if all ask for more. */
export function stepBelow(item: Item): number {
  const steps = stepsOf(item.exercise);
  const { kind } = item;
  let step = 0;
  steps.forEach((dose, i) => {
    const less = work({ ...dose, kind }) <= work(item);
    const shorter = kind !== "hold" || dose.hold <= item.hold;
    if (less && shorter) step = i;
  });
  return step;
}
