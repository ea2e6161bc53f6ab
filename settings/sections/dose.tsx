import { ITEM_LIMITS, Range } from "../../common/limits";
import { itemKey } from "../../phone/settings/keys";
import { Choice } from "../../phone/settings/choices";
import { slider, title } from "../parts";
import { View } from "../view";
import { choiceName, doseText, lengthText, words } from "../words";

/** What sliders offer; a longer time that is set already widens its own. */
const HOLD: Range = [5, 120, 5];
const TOP: Range = [0, 20, 0.5];
const REST: Range = [0, 120, 5];

function dose({ key, item, ...choice }: Choice): JSX.Element[] {
  const hold = item.kind === "hold";
  const { sets, reps } = ITEM_LIMITS;
  const rows = [
    <Text bold>{choiceName({ key, item, ...choice })}</Text>,
    <Text>{doseText(item)}</Text>,
    slider(itemKey(key, "sets"), words("sets"), item.sets, sets),
  ];
  if (!hold) {
    rows.push(slider(itemKey(key, "reps"), words("reps"), item.reps, reps));
  }
  const range = hold ? HOLD : TOP;
  const label = words(hold ? "hold-seconds" : "top-seconds");
  rows.push(
    slider(itemKey(key, "hold"), label, item.hold, range),
    slider(itemKey(key, "rest"), words("rest-seconds"), item.rest, REST),
  );
  if (!choice.exercise || choice.exercise.sides === 2 || item.sides === 2) {
    rows.push(
      <Toggle settingsKey={itemKey(key, "both")} label={words("both-sides")} />,
    );
  }
  return rows;
}

/** Sets, reps, hold and rest of what is in the routine. */
export function doseSection({ settings }: View): JSX.Element {
  return (
    <Section
      title={title("section-dose")}
      description={<Text>{lengthText(settings.routine)}</Text>}
    >
      {settings.choices.filter(({ item }) => item.included).map(dose)}
    </Section>
  );
}
