import { PREFERENCES, isOn } from "../../common/preferences";
import { Routine } from "../../common/routine";
import { writeDefaults } from "../../phone/settings/defaults";
import { ANSWER_KEY } from "../../phone/settings/keys";
import { takeWholeRoutine } from "../../phone/settings/writer";
import { title } from "../parts";
import { View } from "../view";
import { labelled, words } from "../words";
import { changeRows } from "./changes";

/** Preferences, goal and first day of the week, where the watch has others. */
function runnersTexts({ settings }: View, routine: Routine): string[] {
  const now = settings.routine;
  const text = (on: boolean): string => words(on ? "on" : "off");
  const texts = PREFERENCES.filter(
    ({ name }) => routine.preferences[name] !== now.preferences[name],
  ).map((one) =>
    labelled(words(one.label), text(isOn(routine.preferences, one))),
  );
  if (routine.goal !== now.goal)
    texts.push(labelled(words("goal"), routine.goal));
  if (routine.weekStart !== now.weekStart) {
    const day = "weekday-" + routine.weekStart.slice(0, 3);
    texts.push(labelled(words("week-start"), words(day)));
  }
  return texts;
}

/**
 * A routine on the watch that this phone did not send, and the question which of
 * the two it is to be; nothing where there is none.
 */
export function foreignSection(view: View): JSX.Element[] {
  const { summary, storage } = view;
  const routine = summary.foreign;
  if (!routine) return [];
  return [
    <Section title={title("foreign")}>
      <Text>{words("foreign-found", routine.name)}</Text>
      {changeRows(view, routine, runnersTexts(view, routine))}
      <Button
        list
        label={words("foreign-take")}
        onClick={() => {
          takeWholeRoutine(storage, routine);
          writeDefaults(storage);
        }}
      />
      <Button
        list
        label={words("foreign-replace")}
        onClick={() => storage.setItem(ANSWER_KEY, String(routine.revision))}
      />
    </Section>,
  ];
}
