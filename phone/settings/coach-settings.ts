import { Choices, CoachItem } from "../coach/choices";
import { coachKey } from "../coach/classes";
import { capOf } from "../coach/steps";
import { Choice } from "./choices";
import { CoachSettings, coachFrom } from "./coach-choices";
import { readHealth } from "./health";
import { Lookup, Reader } from "./reader";
import { Settings } from "./settings";

export type { CoachSettings } from "./coach-choices";

/** Reads the coach's part alone. Garbage never throws: its default is used in its place. */
export function readCoachSettings(lookup: Lookup): CoachSettings {
  const reader = new Reader(lookup);
  return coachFrom(reader, readHealth(reader));
}

function itemOf({ item, step }: Choice, coach: CoachSettings): CoachItem {
  const cap = capOf(item.exercise, item.kind, coach);
  return {
    key: coachKey(item),
    included: item.included,
    coached: step !== undefined,
    step: step === undefined ? 0 : step,
    cap,
  };
}

/** The runner's choices as the coach takes them; of an exercise done twice the first. */
export function choicesOf(
  { choices }: Pick<Settings, "choices">,
  coach: CoachSettings,
): Choices {
  const items: CoachItem[] = [];
  choices.forEach((choice) => {
    const one = itemOf(choice, coach);
    const there = items.filter(({ key }) => key === one.key)[0];
    if (!there) items.push(one);
    else there.included = there.included || one.included;
  });
  return { mode: coach.mode, items };
}
