import { ROUTINE_LIMITS } from "../../common/limits";
import { CUE_DEMO_KEY, GOAL_KEY } from "../../phone/settings/keys";
import { slider, title } from "../parts";
import { View } from "../view";
import { lengthText, words } from "../words";

const REST = [0, 120, 5] as const;
const SPEED = [0, 10, 0.5] as const;

/** Times that hold for the whole session. */
export function paceSection({ settings }: View): JSX.Element {
  const { routine, pace } = settings;
  const { ready, between } = ROUTINE_LIMITS;
  return (
    <Section
      title={title("section-pace")}
      description={<Text>{lengthText(routine)}</Text>}
    >
      {slider("ready", words("pace-ready"), routine.ready, ready!)}
      {slider("between", words("pace-between"), routine.between, between!)}
      {slider(
        "switch",
        words("pace-switch"),
        routine.switch,
        ROUTINE_LIMITS.switch!,
      )}
      {slider("rest", words("pace-rest"), pace.rest, REST)}
      {slider("lift", words("pace-lift"), pace.lift, SPEED)}
      {slider("lower", words("pace-lower"), pace.lower, SPEED)}
    </Section>
  );
}

/** What the wrist is told. */
export function cuesSection({ summary, storage }: View): JSX.Element {
  const answer = summary.cueDemo ? words("feel-" + summary.cueDemo) : "";
  return (
    <Section
      title={title("section-cues")}
      description={<Text>{words("cues-help")}</Text>}
    >
      <Toggle settingsKey="strong" label={words("cue-strong")} />
      <Toggle settingsKey="repPulses" label={words("cue-reps")} />
      <Toggle settingsKey="halfway" label={words("cue-halfway")} />
      <Toggle settingsKey="finalSeconds" label={words("cue-final")} />
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
      <Toggle settingsKey="keepScreenOn" label={words("screen-on")} />
    </Section>
  );
}

/** How many sessions a week are wanted. */
export function goalSection({ settings }: View): JSX.Element {
  return (
    <Section
      title={title("section-goal")}
      description={<Text>{words("goal-help")}</Text>}
    >
      {slider(
        GOAL_KEY,
        words("goal"),
        settings.routine.goal,
        ROUTINE_LIMITS.goal!,
      )}
    </Section>
  );
}
