import { Item, Routine } from "../../common/routine";
import { Fault } from "../../common/result";
import { readCode } from "../../phone/routine-code/code";
import { writeDefaults } from "../../phone/settings/defaults";
import { IMPORT_KEY } from "../../phone/settings/keys";
import { Reader } from "../../phone/settings/reader";
import { routineChanges } from "../../phone/settings/routine-changes";
import { takeRoutine } from "../../phone/settings/writer";
import { faultyText, fieldText, settingText } from "../labels";
import { View } from "../view";
import {
  choiceName,
  doseText,
  labelled,
  lengthText,
  nameOf,
  words,
} from "../words";

/** Why a code cannot be used: not whole, of a newer app, or a value in it. */
function refusalText({ field, value }: Fault): string {
  if (field === "code") return words("import-damaged");
  const unknown = /^items\[\d+\]$/.test(field);
  if (unknown || field === "version") return words("import-newer");
  return words("import-value", faultyText(field), value);
}

function forget({ storage }: View): JSX.Element {
  return (
    <Button
      list
      label={words("import-forget")}
      onClick={() => storage.removeItem(IMPORT_KEY)}
    />
  );
}

/** An item of the code; where it is in the routine now, what would change. */
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

/** What the code changes of the routine as a whole. */
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

/** What is in the code, what it changes, and the question whether to take it. */
function preview(view: View, routine: Routine): JSX.Element[] {
  const { settings, storage } = view;
  const { items, out, none } = routineChanges(settings, routine);
  const texts = wholeTexts(view, routine);
  if (out.length)
    texts.push(words("import-out", out.map(choiceName).join(", ")));
  if (none) texts.push(words("import-same"));
  texts.push(words("import-stays"));
  return [
    <Text bold>{words("import-preview", routine.name)}</Text>,
    <Text>{lengthText(routine)}</Text>,
    ...items.map(({ item, before }) => (
      <TextImageRow
        label={nameOf(item.exercise, item.name)}
        sublabel={itemText(item, before)}
      />
    )),
    ...texts.map((text) => <Text>{text}</Text>),
    <Button
      list
      label={words("import-take")}
      onClick={() => {
        takeRoutine(storage, routine);
        storage.removeItem(IMPORT_KEY);
        writeDefaults(storage);
      }}
    />,
    forget(view),
  ];
}

/** What a pasted text holds; nothing where none was pasted. */
export function importRows(view: View): JSX.Element[] {
  const reader = new Reader((key) => view.storage.getItem(key));
  const pasted = reader.text(IMPORT_KEY, "", () => true);
  if (!pasted) return [];
  const read = readCode(pasted);
  if (read.ok) return preview(view, read.value);
  return [<Text bold>{refusalText(read.fault)}</Text>, forget(view)];
}
