import { AfterRun } from "../coach/after-run";
import { Choices, CoachItem, CoachMode } from "../coach/choices";
import { coachKey } from "../coach/classes";
import { capOf } from "../coach/steps";
import { Choice } from "./choices";
import {
  AFTER_RUNS,
  AFTER_RUN_KEY,
  AGREED_KEY,
  BEYOND_KEY,
  COACH_KEY,
  COACH_MODES,
  EASES_KEY,
  HEART_KEY,
  QUESTIONS,
  QUESTIONS_KEY,
} from "./coach-keys";
import { Lookup, Reader } from "./reader";
import { Settings } from "./settings";

/** What the settings say of the coach. */
export interface CoachSettings {
  mode: CoachMode;
  /** What is asked: 2 all, 1 the back alone, 0 nothing. */
  questions: 0 | 1 | 2;
  beyond: boolean;
  afterRun: AfterRun;
  eases: boolean;
  heart: boolean;
}

/** Reads them. Garbage never throws: its default is used in its place. */
export function readCoachSettings(lookup: Lookup): CoachSettings {
  const reader = new Reader(lookup);
  const questions = reader.option(QUESTIONS_KEY, QUESTIONS, "2");
  return {
    mode: reader.option(COACH_KEY, COACH_MODES, "suggest"),
    questions: Number(questions) as CoachSettings["questions"],
    beyond: reader.toggle(BEYOND_KEY, false),
    afterRun: reader.option(AFTER_RUN_KEY, AFTER_RUNS, "auto"),
    eases: reader.toggle(EASES_KEY, false),
    heart: reader.toggle(HEART_KEY, false) && !reader.toggle(AGREED_KEY, false),
  };
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
