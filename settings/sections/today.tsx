import { fold } from "../folds";
import { View } from "../view";
import { lengthText, words } from "../words";
import { safetyRows } from "./about";
import { seeRows } from "./back";
import { routinesRows } from "./routines";
import { undoRows } from "./undo";

/**
 * The routine of today and its minutes, and the others. When to stop is one tap
 * away.
 */
export function todaySection(view: View): JSX.Element {
  const { settings, storage } = view;
  const included = settings.choices.filter(({ item }) => item.included);
  return (
    <Section title={<Text bold>{settings.name}</Text>}>
      {seeRows(view)}
      <Text align="center">
        {lengthText(settings.routine, included.length)}
      </Text>
      {undoRows(view)}
      {fold(storage, "safety", words("section-safety"), () => safetyRows(view))}
      {routinesRows(view)}
    </Section>
  );
}
