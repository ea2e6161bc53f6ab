import { routineCode } from "../../phone/routine-code/code";
import { IMPORT_KEY } from "../../phone/settings/keys";
import { title } from "../parts";
import { View } from "../view";
import { words } from "../words";
import { exportParts } from "./export";
import { importRows } from "./import";
import { undoRows } from "./undo";

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
      {importRows(view)}
      {undoRows(view)}
      {exportParts(view)}
    </Section>
  );
}
