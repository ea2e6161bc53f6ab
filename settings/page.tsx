import { aboutSection, safetySection } from "./sections/about";
import { backSection, seeRows } from "./sections/back";
import { coachLogSection } from "./sections/coach-log";
import { coachSection } from "./sections/coach";
import { customSection } from "./sections/custom";
import { doseSection } from "./sections/dose";
import { foreignSection } from "./sections/foreign";
import { healthSection } from "./sections/health";
import { historySection } from "./sections/history";
import { notesSection } from "./sections/notes";
import { routineSection } from "./sections/routine";
import {
  cuesSection,
  goalSection,
  paceSection,
  screenSection,
} from "./sections/session";
import { shareSection } from "./sections/share";
import { sheetSection } from "./sections/sheet";
import { firstQuestion, startSection } from "./sections/start";
import { viewOf } from "./view";
import { lengthText } from "./words";

/** The whole settings page. */
export function page(storage: LiveStorage): JSX.Element {
  const view = viewOf(storage);
  return (
    <Page>
      <Section title={<Text bold>{view.settings.name}</Text>}>
        {seeRows(view)}
        <Text align="center">{lengthText(view.settings.routine)}</Text>
      </Section>
      {foreignSection(view)}
      {notesSection(view)}
      {startSection(view)}
      {routineSection(view)}
      {firstQuestion(view) === "safety" ? [] : healthSection(view)}
      {doseSection(view)}
      {customSection(view)}
      {paceSection(view)}
      {cuesSection(view)}
      {screenSection()}
      {goalSection(view)}
      {coachSection(view)}
      {backSection(view)}
      {coachLogSection(view)}
      {historySection(view)}
      {sheetSection(view)}
      {shareSection(view)}
      {safetySection(view)}
      {aboutSection(view)}
    </Page>
  );
}
