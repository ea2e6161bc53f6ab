import { ITEM_LIMITS, ROUTINE_LIMITS } from "../../common/limits";
import { WEEK_STARTS, WeekStart } from "../../common/routine";
import { PREFERENCES, Preference } from "../../common/preferences";
import {
  CUE_DEMO_KEY,
  GOAL_KEY,
  WEEK_START_KEY,
} from "../../phone/settings/keys";
import { options, slider, timeRows, title } from "../parts";
import { View } from "../view";
import { labelled, lengthText, words } from "../words";

const REST = [0, 120, 5] as const;
const SPEED = [0, 10, 0.5] as const;
const PACE = ["rest", "lift", "lower"] as const;

/** Times that hold for the whole session. */
export function paceSection({ settings, storage }: View): JSX.Element {
  const { routine, pace } = settings;
  const { ready, between } = ROUTINE_LIMITS;
  return (
    <Section
      title={title("section-pace")}
      description={<Text>{lengthText(routine)}</Text>}
    >
      {slider("ready", words("pace-ready"), routine.ready, ready)}
      {slider("between", words("pace-between"), routine.between, between)}
      {slider(
        "switch",
        words("pace-switch"),
        routine.switch,
        ROUTINE_LIMITS.switch,
      )}
      {PACE.map((key) =>
        timeRows(storage, key, words("pace-" + key), pace[key], {
          usual: key === "rest" ? REST : SPEED,
          limits: ITEM_LIMITS[key],
        }),
      )}
    </Section>
  );
}

/** The switches of a section's preferences. */
function toggles(section: Preference["section"]): JSX.Element[] {
  return PREFERENCES.filter((one) => one.section === section).map((one) => (
    <Toggle settingsKey={one.key} label={words(one.label)} />
  ));
}

/** What the wrist is told. */
export function cuesSection({ summary, storage }: View): JSX.Element {
  const answer = summary.cueDemo ? words("feel-" + summary.cueDemo) : "";
  return (
    <Section
      title={title("section-cues")}
      description={<Text>{words("cues-help")}</Text>}
    >
      {toggles("cues")}
      <Button
        list
        label={words("feel")}
        onClick={() => storage.setItem(CUE_DEMO_KEY, String(Date.now()))}
      />
      <Text>{answer}</Text>
    </Section>
  );
}

/** What the screen does. */
export function screenSection(): JSX.Element {
  return (
    <Section
      title={title("section-screen")}
      description={<Text>{words("screen-help")}</Text>}
    >
      {toggles("screen")}
    </Section>
  );
}

const DAY_WORDS: { readonly [day in WeekStart]: string } = {
  monday: "weekday-mon",
  sunday: "weekday-sun",
  saturday: "weekday-sat",
};

/** How many sessions a week are wanted, and when a week begins. */
export function goalSection({ settings }: View): JSX.Element {
  const dayText = (day: WeekStart): string => words(DAY_WORDS[day]);
  const day = dayText(settings.routine.weekStart);
  return (
    <Section
      title={title("section-goal")}
      description={<Text>{words("goal-help")}</Text>}
    >
      {slider(
        GOAL_KEY,
        words("goal"),
        settings.routine.goal,
        ROUTINE_LIMITS.goal,
      )}
      <Select
        settingsKey={WEEK_START_KEY}
        label={labelled(words("week-start"), day)}
        options={options(WEEK_STARTS, dayText)}
      />
      <Text>{words("when-run")}</Text>
      <Text>{words("when-morning")}</Text>
    </Section>
  );
}
