import { defaultRoutine } from "../../common/default-routine";
import { Health } from "../../common/exercises";
import { figureImage } from "../../phone/figure-image";
import { itemKey } from "../../phone/settings/keys";
import { LEVELS } from "../../phone/settings/levels";
import { Choice } from "../../phone/settings/choices";
import { writeDefaults } from "../../phone/settings/defaults";
import { clearDoses, movedUp, takeRoutine } from "../../phone/settings/writer";
import { options, title } from "../parts";
import { View } from "../view";
import { choiceName, labelled, lengthText, sentences, words } from "../words";
import { undoRows } from "./undo";

/** What a runner can have, in a list behind a colon. */
function healthText(id: string, list: ReadonlyArray<Health>): string[] {
  const texts = list.map((one) => words("health-" + one));
  return texts.length ? [words(id, texts.join(" · "))] : [];
}

/** Position, need, how-to and cautions of an exercise in one paragraph. */
function about({ exercise, item }: Choice): string {
  if (!exercise) return words("own-" + item.kind);
  const { id, needs, position, shut, ask, cautions } = exercise;
  const where = words("on-" + position);
  return sentences([
    needs === "none"
      ? words("where", where)
      : words("where-needs", where, words("needs-" + needs)),
    words("how-" + id),
    ...healthText("caution-out", shut),
    ...healthText("caution-ask", ask),
    ...cautions.map((caution) => words("caution-" + caution)),
  ]);
}

/** An exercise that the runner's health answers keep out: no switch brings it back. */
function shutRow(choice: Choice): JSX.Element {
  const [why] = healthText("health-out-for", choice.shut);
  return <TextImageRow label={choiceName(choice)} sublabel={why} />;
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
export function routineSection(view: View): JSX.Element {
  const { settings, storage } = view;
  const included = settings.choices.filter(({ item }) => item.included);
  const out = settings.choices.filter(
    ({ item, shut }) => !item.included && !shut.length,
  );
  const shut = settings.choices.filter((choice) => choice.shut.length > 0);
  const keys = included.map(({ key }) => key);
  const level = words("level-" + settings.level);
  return (
    <Section
      title={title("section-routine")}
      description={<Text>{lengthText(settings.routine)}</Text>}
    >
      <TextInput
        settingsKey="name"
        label={labelled(words("name"), settings.name)}
        placeholder={settings.name}
      />
      <Select
        settingsKey="level"
        label={labelled(words("level"), level)}
        options={options(LEVELS, (one) => words("level-" + one))}
      />
      <Text>{words("level-help")}</Text>
      <Text>{words("warm-up")}</Text>
      <Button
        list
        label={words("level-doses", level)}
        onClick={() => {
          clearDoses(storage);
          writeDefaults(storage);
        }}
      />
      {included.map((choice, i) => exercise(choice, i + 1))}
      {out.map((choice) => exercise(choice, 0))}
      {shut.map(shutRow)}
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
          takeRoutine(storage, defaultRoutine());
          writeDefaults(storage);
        }}
      />
      {undoRows(view)}
    </Section>
  );
}
