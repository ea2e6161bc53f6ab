import {
  AFTER_RUNS,
  AFTER_RUN_KEY,
  BEYOND_KEY,
  COACH_KEY,
  COACH_MODES,
  QUESTIONS,
  QUESTIONS_KEY,
} from "../../phone/settings/coach-keys";
import { options, title } from "../parts";
import { View } from "../view";
import { labelled, words } from "../words";

/** A choice that tells its value in its label. */
function choice<T extends string>(
  key: string,
  id: string,
  values: ReadonlyArray<T>,
  value: T,
): JSX.Element {
  const text = (one: T): string => words(id + "-" + one);
  return (
    <Select
      settingsKey={key}
      label={labelled(words(id), text(value))}
      options={options(values, text)}
    />
  );
}

/** What changes by itself, what is asked, and what a run changes. */
export function coachSection({ settings }: View): JSX.Element {
  const { mode, questions, afterRun } = settings.coach;
  const asked = String(questions) as (typeof QUESTIONS)[number];
  return (
    <Section title={title("section-coach")}>
      {choice(COACH_KEY, "coach", COACH_MODES, mode)}
      <Text>{words("coach-help-" + mode)}</Text>
      {choice(QUESTIONS_KEY, "questions", QUESTIONS, asked)}
      <Text>{words("questions-help")}</Text>
      {choice(AFTER_RUN_KEY, "after-run", AFTER_RUNS, afterRun)}
      <Toggle settingsKey={BEYOND_KEY} label={words("beyond")} />
    </Section>
  );
}
