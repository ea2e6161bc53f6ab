import { defaultRoutine } from "../../common/default-routine";
import { writeDefaults } from "../../phone/settings/defaults";
import { takeRoutine } from "../../phone/settings/writer";
import { fold } from "../folds";
import { button } from "../parts";
import { View } from "../view";
import { labelled, lengthText, words } from "../words";
import { safetyRows } from "./about";
import { seeRows } from "./back";
import { undoRows } from "./undo";

/** The routine's name, and back to the one that the app came with. */
function editRows({ settings, storage }: View): JSX.Element[] {
  const reset = (): void => {
    takeRoutine(storage, defaultRoutine());
    writeDefaults(storage);
  };
  return [
    <TextInput
      label={words("name")}
      value={settings.name}
      useSimpleValue
      onChange={(name) => storage.setItem("name", name)}
    />,
    button("reset", reset),
  ];
}

/** The routine of today and its minutes; when to stop is one tap away. */
export function todaySection(view: View): JSX.Element {
  const { settings, storage } = view;
  return (
    <Section title={<Text bold>{settings.name}</Text>}>
      {seeRows(view)}
      <Text align="center">{lengthText(settings.routine)}</Text>
      {undoRows(view)}
      {fold(storage, "safety", words("section-safety"), () => safetyRows(view))}
      {fold(
        storage,
        "edit",
        labelled(words("section-routine"), words("name")),
        () => editRows(view),
      )}
    </Section>
  );
}
