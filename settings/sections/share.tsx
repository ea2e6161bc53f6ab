import { readCode, routineCode } from "../../phone/routine-code/code";
import { IMPORT_KEY } from "../../phone/settings/keys";
import { Reader } from "../../phone/settings/reader";
import { writeDefaults } from "../../phone/settings/defaults";
import { replaceRoutine, routineValues } from "../../phone/settings/writer";
import { Fault } from "../../common/result";
import { title } from "../parts";
import { View } from "../view";
import { exportParts } from "./export";
import { doseText, lengthText, nameOf, words } from "../words";

/** Why a code cannot be used: not whole, of a newer app, or a value in it. */
function refusalText({ field, value }: Fault): string {
  if (field === "code") return words("import-damaged");
  if (field === "version") return words("import-newer");
  return words("import-value", field, value);
}

function refused(view: View, fault: Fault): JSX.Element[] {
  return [
    <Text bold>{refusalText(fault)}</Text>,
    <Button
      list
      label={words("import-forget")}
      onClick={() => view.storage.removeItem(IMPORT_KEY)}
    />,
  ];
}

/** What a pasted code holds, and the question whether to take it. */
function preview(view: View): JSX.Element[] {
  const { storage } = view;
  const reader = new Reader((key) => storage.getItem(key));
  const code = reader.text(IMPORT_KEY, "", () => true);
  if (!code) return [];
  const read = readCode(code);
  if (!read.ok) return refused(view, read.fault);
  const routine = read.value;
  return [
    <Text bold>{words("import-preview", routine.name)}</Text>,
    <Text>{lengthText(routine)}</Text>,
    ...routine.items.map((item) => (
      <TextImageRow
        label={nameOf(item.exercise, item.name)}
        sublabel={doseText(item)}
      />
    )),
    <Button
      list
      label={words("import-take")}
      onClick={() => {
        replaceRoutine(storage, routineValues(routine));
        storage.removeItem(IMPORT_KEY);
        writeDefaults(storage);
      }}
    />,
    <Button
      list
      label={words("import-forget")}
      onClick={() => storage.removeItem(IMPORT_KEY)}
    />,
  ];
}

/** The routine as a code, a code as a routine, the history as a file. */
export function shareSection(view: View): JSX.Element {
  const { settings } = view;
  const code = settings.empty ? "" : routineCode(settings.routine);
  return (
    <Section
      title={title("section-share")}
      description={<Text>{words("share-help")}</Text>}
    >
      <TextInput label={words("code-copy")} value={code} />
      <Text>{code}</Text>
      <TextInput
        settingsKey={IMPORT_KEY}
        label={words("code-paste")}
        placeholder="RC1…"
      />
      {preview(view)}
      {exportParts(view)}
    </Section>
  );
}
