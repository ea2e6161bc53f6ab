import { CAUTIONS } from "../../common/cautions";
import { figureImage } from "../../common/phone/figure-image";
import { itemKey } from "../../common/phone/keys";
import { LEVELS } from "../../common/phone/levels";
import { Choice } from "../../common/phone/choices";
import { showDefaults } from "../../common/phone/show";
import {
  clearDoses,
  clearRoutine,
  movedUp,
} from "../../common/phone/write-settings";
import { options, title } from "../parts";
import { View } from "../view";
import { choiceName, lengthText, words } from "../words";

/** Position, need, how-to and cautions of an exercise in one paragraph. */
function about({ exercise, item }: Choice): string {
  if (!exercise) return words("own-exercise", words("kind-" + item.kind));
  const facts = [words("on-" + exercise.position)];
  if (exercise.needs !== "none") facts.push(words("needs-" + exercise.needs));
  const cautions = CAUTIONS[exercise.id] || [];
  return [facts.join(", ") + ".", words("how-" + exercise.id)]
    .concat(cautions.map((caution) => words("caution-" + caution)))
    .join(" ");
}

function exercise(choice: Choice, place: number): JSX.Element[] {
  const name = choiceName(choice);
  return [
    <Toggle
      settingsKey={itemKey(choice.key, "in")}
      label={place ? words("place", place, name) : name}
    />,
    <TextImageRow
      icon={figureImage(choice.item.exercise)}
      sublabel={about(choice)}
    />,
  ];
}

/** Every exercise, in or out; their order, the level, and back to the start. */
export function routineSection({ settings, storage }: View): JSX.Element {
  const included = settings.choices.filter(({ item }) => item.included);
  const out = settings.choices.filter(({ item }) => !item.included);
  const keys = included.map(({ key }) => key);
  const level = words("level-" + settings.level);
  return (
    <Section
      title={title("section-routine")}
      description={<Text>{lengthText(settings.routine)}</Text>}
    >
      <TextInput
        settingsKey="name"
        label={words("routine-name", settings.routine.name)}
        placeholder={settings.routine.name}
      />
      <Select
        settingsKey="level"
        label={words("level", level)}
        options={options(LEVELS, (one) => words("level-" + one))}
      />
      <Text>{words("level-help")}</Text>
      <Button
        list
        label={words("level-doses", level)}
        onClick={() => {
          clearDoses(storage);
          showDefaults(storage);
        }}
      />
      {included.map((choice, i) => exercise(choice, i + 1))}
      {out.map((choice) => exercise(choice, 0))}
      <Text bold>{words("order")}</Text>
      {included.slice(1).map((choice) => (
        <Button
          list
          label={words("move-up", choiceName(choice))}
          onClick={() => {
            const order = movedUp(keys, choice.key);
            storage.setItem("order", JSON.stringify(order));
          }}
        />
      ))}
      <Button
        list
        label={words("reset")}
        onClick={() => {
          clearRoutine(storage);
          showDefaults(storage);
        }}
      />
    </Section>
  );
}
