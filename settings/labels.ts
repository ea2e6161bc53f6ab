import { PREFERENCES } from "../common/preferences";
import { Kind } from "../common/routine";
import { Choice } from "../phone/settings/choices";
import { EASES_KEY } from "../phone/settings/coach-keys";
import { HEALTH_KEYS } from "../phone/settings/health";
import { choiceName, labelled, words } from "./words";

/** What the page calls a setting; of one exercise, by what is behind the dot. */
const LABELS: { readonly [key: string]: string } = {
  name: "name",
  level: "level",
  order: "order",
  custom: "section-custom",
  rounds: "rounds",
  ready: "pace-ready",
  between: "pace-between",
  switch: "pace-switch",
  rest: "pace-rest",
  lift: "pace-lift",
  lower: "pace-lower",
  goal: "goal",
  weekStart: "week-start",
  stand: "section-start",
  coach: "coach",
  questions: "questions",
  afterRun: "after-run",
  beyond: "beyond",
};

/** Health answers, and what is the runner's own beside the routine. */
function ownLabel(key: string): string | undefined {
  if (key === EASES_KEY) return "cobra-eases";
  return HEALTH_KEYS.indexOf(key) >= 0 ? "health-" + key.slice(2) : undefined;
}

const ITEM_LABELS: { readonly [field: string]: string } = {
  in: "section-routine",
  kind: "kind",
  both: "both-sides",
  sides: "both-sides",
  sets: "sets",
  reps: "reps",
  rest: "rest-seconds",
  lift: "pace-lift",
  lower: "pace-lower",
  step: "step",
};

/** What the page calls a number of an exercise of this kind. */
export function fieldText(field: string, kind: Kind): string {
  const hold = kind === "hold" ? "hold-seconds" : "top-seconds";
  return words(field === "hold" ? hold : ITEM_LABELS[field] || field);
}

/**
 * A setting as the page names it, by its key. A key with a dot is that of one
 * of the choices, as all are that were read.
 */
export function settingText(
  choices: ReadonlyArray<Choice>,
  key: string,
): string {
  const preference = PREFERENCES.filter((one) => one.key === key)[0];
  if (preference) return words(preference.label);
  const own = ownLabel(key);
  if (own) return words(own);
  const dot = key.lastIndexOf(".");
  const choice = choices.filter((one) => one.key === key.slice(0, dot))[0];
  return choice
    ? labelled(
        choiceName(choice),
        fieldText(key.slice(dot + 1), choice.item.kind),
      )
    : words(LABELS[key] || key);
}

/** What the page calls a field of a routine that a fault names. */
export function faultyText(field: string): string {
  const item = /^items\[(\d+)\]\.(\w+)$/.exec(field);
  if (!item) return words(LABELS[field] || "section-routine");
  const label = ITEM_LABELS[item[2]!] || "section-dose";
  return words("place", Number(item[1]) + 1, words(label));
}
