import { routineCode } from "../../phone/routine-code/code";
import { IMPORT_KEY } from "../../phone/settings/keys";
import { fold } from "../folds";
import { View } from "../view";
import { words } from "../words";
import { exportParts } from "./export";
import { importRows } from "./import";

/** The routine as a code, a code as a routine, the history as a file. */
export function shareRows(view: View): JSX.Element[] {
  const { settings, storage } = view;
  const code = settings.empty ? "" : routineCode(settings.routine);
  const paste = (
    <TextInput
      settingsKey={IMPORT_KEY}
      label={words("code-paste")}
      placeholder="RC1…"
    />
  );
  return [
    ...fold(storage, "share", words("section-share"), () => [
      ...exportParts(view),
      <Text>{words("share-help")}</Text>,
      <TextInput label={words("code-copy")} value={code} />,
      paste,
    ]),
    // A code that was pasted waits for an answer, folded or not.
    ...importRows(view),
  ];
}
