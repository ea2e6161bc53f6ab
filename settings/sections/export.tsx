import { ASK_KEY, RESTORE_KEY } from "../../phone/settings/keys";
import { ExportAnswer, exportAnswer } from "../export-answer";
import { View } from "../view";
import { words } from "../words";

/** The type of each format's file. */
const TYPES = { csv: "text/csv", json: "application/json" };

/**
 * A part as a file in an address. `name` is no part of the standard: readers
 * that do not know it pass over it.
 */
function fileAddress(
  format: keyof typeof TYPES,
  { part, text }: ExportAnswer,
): string {
  const name = "runners-core-" + part + "." + format;
  const head = "data:" + TYPES[format] + ";charset=utf-8;name=" + name;
  return head + "," + encodeURIComponent(text);
}

/** What can be copied where no file opens: a field of one line keeps no CSV. */
function copies({ format, part, parts, text }: ExportAnswer): JSX.Element[] {
  if (format === "json") {
    return [
      <TextInput label={words("export-copy", part, parts)} value={text} />,
    ];
  }
  const lines = text.split("\r\n").filter((line) => line !== "");
  return [
    <Text>{words("export-lines")}</Text>,
    ...lines.map((line) => <Text>{line.replace("\ufeff", "")}</Text>),
  ];
}

/** The export that was asked for, part by part. */
function exported({ storage }: View): JSX.Element[] {
  const answer = exportAnswer(storage);
  if (!answer || answer.format === "list") return [];
  const { format, part, parts } = answer;
  const ask = (value: string) => () => storage.setItem(ASK_KEY, value);
  const rows = [
    <Link source={fileAddress(format, answer)}>
      {words("export-file", part, parts)}
    </Link>,
    ...copies(answer),
  ];
  if (part < parts) {
    const older = ask(format + " " + (part + 1));
    rows.push(<Button list label={words("export-older")} onClick={older} />);
  }
  const close = () => storage.removeItem(ASK_KEY);
  rows.push(<Button list label={words("export-close")} onClick={close} />);
  return rows;
}

/** How the newest restoring went. */
function restored({ summary: { restored: answer } }: View): JSX.Element[] {
  if (!answer) return [];
  if (answer === "bad") return [<Text bold>{words("restore-bad")}</Text>];
  const { stored, known, deleted, unusable, full } = answer;
  const counts = [stored, known, deleted, unusable, full];
  return [<Text bold>{words("restored", ...counts)}</Text>];
}

/** The history as a file or a text, and a text as history. */
export function exportParts(view: View): JSX.Element[] {
  const { storage } = view;
  const ask = (value: string) => () => {
    storage.removeItem(ASK_KEY);
    storage.setItem(ASK_KEY, value);
  };
  return [
    <Button list label={words("export-csv")} onClick={ask("csv 1")} />,
    <Button list label={words("export-json")} onClick={ask("json 1")} />,
    ...exported(view),
    <TextInput
      settingsKey={RESTORE_KEY}
      label={words("restore-paste")}
      placeholder="[{…}]"
    />,
    ...restored(view),
  ];
}
