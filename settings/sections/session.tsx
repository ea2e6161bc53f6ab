import { ITEM_LIMITS, ROUTINE_LIMITS } from "../../common/limits";
import { WEEK_STARTS, WeekStart } from "../../common/routine";
import { PREFERENCES, Preference } from "../../common/preferences";
import {
  CUE_DEMO_KEY,
  GOAL_KEY,
  WEEK_START_KEY,
} from "../../phone/settings/keys";
import { fold } from "../folds";
import { button, choice, numberChoice, numberField } from "../parts";
import { View } from "../view";
import { words } from "../words";

/** Times that hold for the whole session. */
function paceRows({ settings, storage }: View): JSX.Element[] {
  const { routine, pace } = settings;
  const waits = (["ready", "between", "switch"] as const).map((key) =>
    numberField(
      storage,
      key,
      words("pace-" + key),
      routine[key],
      ROUTINE_LIMITS[key],
    ),
  );
  const work = (["rest", "lift", "lower"] as const).map((key) =>
    numberField(
      storage,
      key,
      words("pace-" + key),
      pace[key],
      ITEM_LIMITS[key],
    ),
  );
  return waits.concat(work);
}

/** The switches of a section's preferences. */
function toggles(section: Preference["section"]): JSX.Element[] {
  return PREFERENCES.filter((one) => one.section === section).map((one) => (
    <Toggle settingsKey={one.key} label={words(one.label)} />
  ));
}

/** What the wrist is told. */
function cueRows({ summary, storage }: View): JSX.Element[] {
  const play = (): void => storage.setItem(CUE_DEMO_KEY, String(Date.now()));
  const { cueDemo } = summary;
  return [
    <Text>{words("cues-help")}</Text>,
    ...toggles("cues"),
    button("feel", play),
    ...(cueDemo ? [<Text>{words("feel-" + cueDemo)}</Text>] : []),
  ];
}

/** What the screen does. */
function screenRows(): JSX.Element[] {
  return [<Text>{words("screen-help")}</Text>, ...toggles("screen")];
}

const DAY_WORDS: { readonly [day in WeekStart]: string } = {
  monday: "weekday-mon",
  sunday: "weekday-sun",
  saturday: "weekday-sat",
};

/** How many sessions a week are wanted, and when a week begins. */
function goalRows({ settings, storage }: View): JSX.Element[] {
  const { goal, weekStart } = settings.routine;
  const { goal: range } = ROUTINE_LIMITS;
  const dayText = (day: WeekStart): string => words(DAY_WORDS[day]);
  return [
    <Text>{words("goal-help")}</Text>,
    numberChoice(storage, GOAL_KEY, words("goal"), goal, range),
    choice(
      storage,
      WEEK_START_KEY,
      words("week-start"),
      WEEK_STARTS,
      weekStart,
      dayText,
    ),
    <Text>{words("when-run")}</Text>,
    <Text>{words("when-morning")}</Text>,
  ];
}

/** What holds for every session of the runner, part by part. */
export function sessionSection(view: View): JSX.Element {
  const { storage } = view;
  const part = (id: string, rows: () => JSX.Element[]): JSX.Element[] =>
    fold(storage, id, words("section-" + id), rows);
  return (
    <Section title="">
      {part("pace", () => paceRows(view))}
      {part("cues", () => cueRows(view))}
      {part("screen", screenRows)}
      {part("goal", () => goalRows(view))}
    </Section>
  );
}
