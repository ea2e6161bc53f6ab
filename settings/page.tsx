import { showDefaults } from "../common/phone/show";
import { forgetBad } from "../common/phone/write-settings";
import { title } from "./parts";
import { aboutSection, safetySection } from "./sections/about";
import { customSection } from "./sections/custom";
import { doseSection } from "./sections/dose";
import { historySection } from "./sections/history";
import { routineSection } from "./sections/routine";
import {
  cuesSection,
  goalSection,
  paceSection,
  screenSection,
} from "./sections/session";
import { shareSection } from "./sections/share";
import { View, viewOf } from "./view";
import { lengthText, words } from "./words";

/** What could not be used of the settings, and a tap that forgets it. */
function notes({ settings, storage }: View): JSX.Element[] {
  if (!settings.notes.length) return [];
  return [
    <Section title={title("section-notes")}>
      {settings.notes.map(({ key, value, used }) => (
        <Text>{words(used ? "note" : "note-left-out", key, value, used)}</Text>
      ))}
      <Button
        list
        label={words("notes-forget")}
        onClick={() => {
          forgetBad(storage, settings);
          showDefaults(storage);
        }}
      />
    </Section>,
  ];
}

/** The whole settings page. */
export function page(storage: LiveStorage): JSX.Element {
  const view = viewOf(storage);
  return (
    <Page>
      <Section title={<Text bold>{view.settings.routine.name}</Text>}>
        <Text align="center">{lengthText(view.settings.routine)}</Text>
      </Section>
      {notes(view)}
      {routineSection(view)}
      {doseSection(view)}
      {customSection(view)}
      {paceSection(view)}
      {cuesSection(view)}
      {screenSection()}
      {goalSection(view)}
      {historySection(view)}
      {shareSection(view)}
      {safetySection(view)}
      {aboutSection(view)}
    </Page>
  );
}
