import { tooQuick } from "../../common/felt";
import { Health } from "../../common/exercises";
import { figureImage } from "../../phone/figure-image";
import { Choice } from "../../phone/settings/choices";
import { writeDefaults } from "../../phone/settings/defaults";
import { itemKey } from "../../phone/settings/keys";
import { LEVELS } from "../../phone/settings/levels";
import { MAX_ROUNDS } from "../../phone/settings/rounds";
import { clearDoses, hasOwnDoses, moved } from "../../phone/settings/writer";
import { fold } from "../folds";
import { button, choice as oneOf, numberChoice, title } from "../parts";
import { View } from "../view";
import { choiceName, doseText, labelled, sentences, words } from "../words";
import { customRows } from "./custom";
import { doseRows } from "./dose";
import { healthRows } from "./health";
import { firstQuestion } from "./start";

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

/** Figure, name and dose, and the switch that takes the exercise in or out. */
function switchRow(choice: Choice, name: string): JSX.Element {
  return (
    <Toggle
      settingsKey={itemKey(choice.key, "in")}
      label={
        <TextImageRow
          icon={figureImage(choice.item.exercise)}
          label={name}
          sublabel={doseText(choice.item)}
        />
      }
    />
  );
}

/** One place up and one down, for who has one there. */
function moveRows(
  { storage }: View,
  keys: ReadonlyArray<string>,
  choice: Choice,
): JSX.Element[] {
  const place = keys.indexOf(choice.key);
  const move = (by: 1 | -1) => (): void =>
    storage.setItem("order", JSON.stringify(moved(keys, choice.key, by)));
  const name = choiceName(choice);
  return [
    ...(place > 0 ? [button("move-up", move(-1), name)] : []),
    ...(place < keys.length - 1 ? [button("move-down", move(1), name)] : []),
  ];
}

/** An exercise of the session: its switch, and how it is done on demand. */
function chosen(view: View, keys: string[], choice: Choice): JSX.Element[] {
  const { storage, settings } = view;
  const place = keys.indexOf(choice.key);
  const name = choiceName(choice);
  // The first of a later round has a wait before it.
  const quick = tooQuick(settings.routine).some(
    (at) => at % keys.length === place,
  );
  const details = labelled(name, words("section-dose"));
  return [
    switchRow(choice, words("place", place + 1, name)),
    ...fold(storage, "dose " + choice.key, details, () => [
      <Text>{about(choice)}</Text>,
      ...doseRows(storage, choice, quick),
      ...moveRows(view, keys, choice),
    ]),
  ];
}

/** What is not in: a switch for each, and how it is done. */
function otherRows({ settings }: View): JSX.Element[] {
  const { choices } = settings;
  const out = choices.filter(
    ({ item, shut }) => !item.included && !shut.length,
  );
  return [
    ...out.map((choice) => [
      switchRow(choice, choiceName(choice)),
      <Text>{about(choice)}</Text>,
    ]),
    ...choices.filter(({ shut }) => shut.length > 0).map(shutRow),
  ];
}

/** The level of all exercises; and back to its doses, where one is the runner's own. */
function levelRows({ settings, storage }: View): JSX.Element[] {
  const { level } = settings;
  const text = (one: string): string => words("level-" + one);
  const clear = (): void => {
    clearDoses(storage);
    writeDefaults(storage);
  };
  return [
    oneOf(storage, "level", words("level"), LEVELS, level, text),
    <Text>{words("level-help")}</Text>,
    ...(hasOwnDoses(storage)
      ? [button("level-doses", clear, text(level))]
      : []),
  ];
}

/** The exercises in or out, the level, own exercises, and health. */
export function routineSection(view: View): JSX.Element {
  const { settings, storage } = view;
  const included = settings.choices.filter(({ item }) => item.included);
  const keys = included.map(({ key }) => key);
  const asked = firstQuestion(view) === "safety";
  return (
    <Section
      title={title("section-routine")}
      description={<Text>{words("warm-up")}</Text>}
    >
      {included.map((choice) => chosen(view, keys, choice))}
      {fold(storage, "others", words("more-exercises"), () => otherRows(view))}
      {fold(storage, "custom", words("section-custom"), () => customRows(view))}
      {numberChoice(storage, "rounds", words("rounds"), settings.rounds, [
        1,
        MAX_ROUNDS,
        1,
      ])}
      {levelRows(view)}
      {asked
        ? []
        : fold(storage, "health", words("section-health"), () =>
            healthRows(view),
          )}
    </Section>
  );
}
