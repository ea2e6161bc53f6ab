import { routineCode } from "../../phone/routine-code/code";
import { ASK_KEY, EXPORT_KEY, IMPORT_KEY } from "../../phone/settings/keys";
import { fieldsOf, fromJson } from "../../phone/json";
import { title } from "../parts";
import { View } from "../view";
import { words } from "../words";
import { importRows } from "./import";
import { undoRows } from "./undo";

/** The export that was asked for, part by part. */
function exported({ storage }: View): JSX.Element[] {
  const fields = fieldsOf(fromJson(storage.getItem(EXPORT_KEY)));
  const { format, text } = fields;
  const part = Number(fields.part);
  const parts = Number(fields.parts);
  const known = format === "csv" || format === "json";
  if (!known || typeof text !== "string" || !part || !parts) return [];
  const ask = (value: string) => () => storage.setItem(ASK_KEY, value);
  const rows = [
    <TextInput label={words("export-copy", part, parts)} value={text} />,
  ];
  if (part < parts) {
    const older = ask(format + " " + (part + 1));
    rows.push(<Button list label={words("export-older")} onClick={older} />);
  }
  const close = () => storage.removeItem(ASK_KEY);
  rows.push(<Button list label={words("export-close")} onClick={close} />);
  return rows;
}

/** The routine as a code, a code as a routine, the history as a file. */
export function shareSection(view: View): JSX.Element {
  const { settings, storage } = view;
  const code = settings.empty ? "" : routineCode(settings.routine);
  const ask = (value: string) => () => {
    storage.removeItem(ASK_KEY);
    storage.setItem(ASK_KEY, value);
  };
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
      {importRows(view)}
      {undoRows(view)}
      <Button list label={words("export-csv")} onClick={ask("csv 1")} />
      <Button list label={words("export-json")} onClick={ask("json 1")} />
      {exported(view)}
    </Section>
  );
}
