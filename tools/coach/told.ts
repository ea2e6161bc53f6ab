import { type Balance, isDifferent } from "../../phone/coach/balance";
import type { Routing } from "../../phone/coach/routing";
import type { Change } from "../../phone/coach/state";
import { stepsOf } from "../../phone/coach/steps";

/** "Side plank". */
function nameOf(exercise: string): string {
  const words = exercise.replace(/^custom:/, "").replace(/-/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "3 x 10 s", or "2 x 8" of an exercise that is counted. */
function doseOf(exercise: string, step: number): string {
  const dose = stepsOf(exercise)[step];
  if (!dose) return `step ${step}`;
  const { sets, reps, hold } = dose;
  return reps > 1 ? `${sets} x ${reps}` : `${sets} x ${hold} s`;
}

/** The reason of a step down, by its rule. */
function reasonOf({ rule, why }: Change): string {
  if (rule === "D-2") return "worse the morning after";
  if (rule === "D-3") return "painful twice";
  if (rule === "D-4") return "not finished twice";
  if (rule === "D-5") return "too hard twice";
  if (rule === "D-B") return `${why.days} days off`;
  return "it hurt";
}

/** What the runner is told of a change, in English. */
export function toldOf(change: Change): string {
  const { rule, exercise, from, to, gate, waits, why } = change;
  const name = nameOf(exercise);
  if (gate === "out") {
    return rule === "B-2"
      ? `${name} is out: the leg felt worse after it.`
      : `${name} is out: it hurt twice.`;
  }
  if (gate === "closed")
    return `${name} is out: the leg felt worse in the trial.`;
  if (gate === "offered")
    return `Try the ${name.toLowerCase()} again, briefly.`;
  if (gate === "trial")
    return `${name} is tried again: ${doseOf(exercise, 0)}.`;
  if (gate === "in") return `${name} is in again.`;
  if (!exercise) return `${why.days} days off: what was earned begins anew.`;
  const doses = `${doseOf(exercise, from)} → ${doseOf(exercise, to)}`;
  if (rule !== "D-6") return `${name} ${doses}: ${reasonOf(change)}.`;
  const reason = why.full
    ? `done in full ${why.full} times`
    : `done in full, ${why.effort === 1 ? "you could do more" : "about right"}, no worse after`;
  return `${name} ${doses}: ${reason}${waits ? "; raise it?" : "."}`;
}

/** What the sides of an exercise say, in English; undefined where they say no difference. */
export function sidesTold(balance: Balance): string | undefined {
  if (!isDifferent(balance)) return undefined;
  const { exercise, says, times, sessions, percent } = balance;
  return `${nameOf(exercise)}: the ${says} gave up earlier in ${times} of ${sessions}, by about ${percent} %.`;
}

/** Why to see somebody, in English. */
export const SEE: { readonly [rule in Routing]: string } = {
  "R-1":
    "Get medical help now for a leg that is numb or weak, or for both legs.",
  "R-2": "Your leg has been worse twice. Get it checked.",
  "R-3": "Three bad days in two weeks. See a physical therapist or doctor.",
  "R-4": "Leg pain for two weeks. See a physical therapist or doctor.",
  "R-5":
    "Your back is getting worse, not better. See a physical therapist or doctor.",
  "R-6": "This has lasted six weeks. See a physical therapist or doctor.",
  "R-7":
    "Four days without a full session. See a physical therapist or doctor.",
};
