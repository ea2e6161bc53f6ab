import { SUSPECTS } from "../../common/coach/ask";
import { EXERCISE_IDS } from "../../common/exercise-codes";
import { CUSTOM } from "../../common/routine";
import { ClassBit } from "../../common/wire/coach";

const FLEXION = [
  "knee-to-chest",
  "childs-pose",
  "curl-up",
  "hamstring-stretch",
  "figure-four-stretch",
];
const EXTENSION = ["cobra", "reverse-hip-raise"];
const NERVE = ["hamstring-stretch"];

/** Stretches have no ladder, and go out as soon as they hurt. */
const STRETCHES = [
  "childs-pose",
  "knee-to-chest",
  "figure-four-stretch",
  "hip-flexor-stretch",
  "quad-stretch",
  "hamstring-stretch",
];

/** The order in which doses are taken back where nobody knows what hurt: the heaviest first. */
export const LOAD_ORDER: ReadonlyArray<string> = [
  "cobra",
  "reverse-hip-raise",
  "single-leg-hip-raise",
  "plank",
  "side-plank",
  "wall-sit",
  "hip-raise",
  "bird-dog",
  "dead-bug",
  "curl-up",
  "side-leg-raise",
];

/** Exercises that can make a leg worse, the most likely first. */
export const SUSPECT_IDS: ReadonlyArray<string> = SUSPECTS.map(
  (code) => EXERCISE_IDS[code]!,
);

/** What the coach knows an exercise by: its id, or "custom:" and its name. */
export function coachKey(item: { exercise: string; name: string }): string {
  return item.exercise === CUSTOM ? CUSTOM + ":" + item.name : item.exercise;
}

export function isStretch(exercise: string): boolean {
  return STRETCHES.indexOf(exercise) >= 0;
}

/**
 * The bits of an exercise by what it does to the back. `eases`: bending backwards
 * eases this runner's leg, as a clinician found; it is then left out only where
 * rounding the back is, too.
 */
function classOf(exercise: string, eases: boolean): number {
  const extension = EXTENSION.indexOf(exercise) >= 0;
  return (
    (extension ? (eases ? ClassBit.Flexion : ClassBit.Extension) : 0) |
    (FLEXION.indexOf(exercise) >= 0 ? ClassBit.Flexion : 0) |
    (NERVE.indexOf(exercise) >= 0 ? ClassBit.Nerve : 0)
  );
}

/** Beside what rounds the back, these are left out where the leg is worse. */
const NOT_WITH_WORSE_LEG = ["single-leg-hip-raise", "wall-sit", CUSTOM];

/** The bits of an exercise as the watch takes them, which leaves out by them. */
export function sentClassOf(exercise: string, eases: boolean): number {
  const worse = NOT_WITH_WORSE_LEG.indexOf(exercise) >= 0;
  return classOf(exercise, eases) | (worse ? ClassBit.Flexion : 0);
}

/** Whether an exercise bends the back backwards. */
export function isExtension(exercise: string): boolean {
  return EXTENSION.indexOf(exercise) >= 0;
}

/** Whether an exercise is left out of an easy session. */
export function isNotEasy(exercise: string): boolean {
  return classOf(exercise, false) !== 0 || exercise === "wall-sit";
}
