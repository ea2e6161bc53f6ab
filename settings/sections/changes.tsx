import { Item, Routine } from "../../common/routine";
import { routineChanges } from "../../phone/settings/routine-changes";
import { fieldText, settingText } from "../labels";
import { View } from "../view";
import {
  choiceName,
  doseText,
  labelled,
  lengthText,
  nameOf,
  words,
} from "../words";

/** An item of a routine; where it is in the routine now, what would change. */
function itemText(item: Item, before: Item | undefined): string {
  const dose = doseText(item);
  if (!before) return words("import-new", dose);
  const was = doseText(before);
  const texts = [dose === was ? dose : words("changed", was, dose)];
  (["rest", "lift", "lower"] as const).forEach((field) => {
    if (item[field] === before[field]) return;
    const change = words("changed", before[field], item[field]);
    texts.push(labelled(fieldText(field, item.kind), change));
  });
  return texts.join(" · ");
}

/** What a routine changes of the routine as a whole. */
function wholeTexts({ settings }: View, routine: Routine): string[] {
  const fields = ["name", "ready", "between", "switch"] as const;
  return fields
    .filter((field) => settings.routine[field] !== routine[field])
    .map((field) =>
      labelled(
        settingText(settings.choices, field),
        words("changed", settings.routine[field], routine[field]),
      ),
    );
}

/**
 * What is in a routine, and what it would change in place of the one there is;
 * `more` says what else there is to know.
 */
export function changeRows(
  view: View,
  routine: Routine,
  more: string[],
): JSX.Element[] {
  const { settings } = view;
  const { items, rounds, out, none } = routineChanges(settings, routine);
  const texts = wholeTexts(view, routine);
  if (rounds !== settings.rounds)
    texts.push(
      labelled(words("rounds"), words("changed", settings.rounds, rounds)),
    );
  if (out.length)
    texts.push(words("import-out", out.map(choiceName).join(", ")));
  if (none) texts.push(words("import-same"));
  return [
    <Text>{lengthText(routine, items.length)}</Text>,
    ...items.map(({ item, before }) => (
      <TextImageRow
        label={nameOf(item.exercise, item.name)}
        sublabel={itemText(item, before)}
      />
    )),
    ...texts.concat(more).map((text) => <Text>{text}</Text>),
  ];
}
