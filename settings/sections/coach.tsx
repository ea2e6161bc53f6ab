import {
  AFTER_RUNS,
  AFTER_RUN_KEY,
  BEYOND_KEY,
  COACH_KEY,
  COACH_MODES,
  QUESTIONS,
  QUESTIONS_KEY,
} from "../../phone/settings/coach-keys";
import { choice } from "../parts";
import { View } from "../view";
import { words } from "../words";

/** What changes by itself, what is asked, and what a run changes. */
export function coachRows({ settings, storage }: View): JSX.Element[] {
  const { mode, questions, afterRun } = settings.coach;
  const asked = String(questions) as (typeof QUESTIONS)[number];
  const oneOf = <T extends string>(
    key: string,
    id: string,
    values: ReadonlyArray<T>,
    value: T,
  ): JSX.Element =>
    choice(storage, key, words(id), values, value, (one) =>
      words(id + "-" + one),
    );
  return [
    oneOf(COACH_KEY, "coach", COACH_MODES, mode),
    <Text>{words("coach-help-" + mode)}</Text>,
    oneOf(QUESTIONS_KEY, "questions", QUESTIONS, asked),
    <Text>{words("questions-help")}</Text>,
    oneOf(AFTER_RUN_KEY, "after-run", AFTER_RUNS, afterRun),
    <Toggle settingsKey={BEYOND_KEY} label={words("beyond")} />,
  ];
}
