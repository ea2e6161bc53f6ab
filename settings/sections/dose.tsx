import { ROOMY_WAIT, SLOW_RISE, tooQuick } from "../../common/felt";
import { ITEM_LIMITS, Range } from "../../common/limits";
import { itemKey } from "../../phone/settings/keys";
import { Choice } from "../../phone/settings/choices";
import { leastHold, leastReps } from "../../phone/settings/least-dose";
import { slider, timeRows, title } from "../parts";
import { View } from "../view";
import { choiceName, doseText, lengthText, words } from "../words";

/** What sliders offer; any other time is typed. */
const HOLD: Range = [5, 120, 5];
const TOP: Range = [0, 20, 0.5];
const REST: Range = [0, 120, 5];

function dose(storage: LiveStorage, choice: Choice): JSX.Element[] {
  const { key, item, mostHold } = choice;
  const hold = item.kind === "hold";
  const { sets, reps, rest } = ITEM_LIMITS;
  const [, mostReps, oneRep] = reps;
  const rows = [
    <Text bold>{choiceName(choice)}</Text>,
    <Text>{doseText(item)}</Text>,
    slider(itemKey(key, "sets"), words("sets"), item.sets, sets),
  ];
  if (!hold) {
    const range = [leastReps(item), mostReps, oneRep] as const;
    rows.push(slider(itemKey(key, "reps"), words("reps"), item.reps, range));
  }
  if (mostHold < Infinity)
    rows.push(<Text>{words("health-cap", mostHold)}</Text>);
  const label = words(hold ? "hold-seconds" : "top-seconds");
  const [, longest, step] = ITEM_LIMITS.hold;
  const [shortest, usual, by] = hold ? HOLD : TOP;
  rows.push(
    ...timeRows(storage, itemKey(key, "hold"), label, item.hold, {
      usual: [shortest, Math.min(usual, mostHold), by],
      limits: [leastHold(item), Math.min(longest, mostHold), step],
    }),
    ...timeRows(
      storage,
      itemKey(key, "rest"),
      words("rest-seconds"),
      item.rest,
      { usual: REST, limits: rest },
    ),
  );
  if (!choice.exercise || choice.exercise.sides === 2 || item.sides === 2) {
    rows.push(
      <Toggle settingsKey={itemKey(key, "both")} label={words("both-sides")} />,
    );
  }
  return rows;
}

/** Why pulses of an exercise give way to later ones. */
function quickNote(): JSX.Element {
  return <Text>{words("too-quick", ROOMY_WAIT, SLOW_RISE)}</Text>;
}

/** Sets, reps, hold and rest of what is in the routine. */
export function doseSection({ settings, storage }: View): JSX.Element {
  const quick = tooQuick(settings.routine);
  return (
    <Section
      title={title("section-dose")}
      description={<Text>{lengthText(settings.routine)}</Text>}
    >
      {settings.choices
        .filter(({ item }) => item.included)
        .map((choice, place) =>
          dose(storage, choice).concat(
            quick.indexOf(place) < 0 ? [] : [quickNote()],
          ),
        )}
    </Section>
  );
}
