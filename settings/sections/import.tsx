import { Routine } from "../../common/routine";
import { Fault } from "../../common/result";
import { readCode } from "../../phone/routine-code/code";
import { writeDefaults } from "../../phone/settings/defaults";
import { IMPORT_KEY } from "../../phone/settings/keys";
import { Reader } from "../../phone/settings/reader";
import { addRoutine, hasRoom } from "../../phone/settings/routine-list";
import { MAX_ROUTINES } from "../../phone/settings/routines";
import { takeRoutine } from "../../phone/settings/writer";
import { faultyText } from "../labels";
import { button } from "../parts";
import { View } from "../view";
import { words } from "../words";
import { changeRows } from "./changes";

/** Why a code cannot be used: not whole, of a newer app, or a value in it. */
function refusalText({ field, value }: Fault): string {
  if (field === "code") return words("import-damaged");
  const unknown = /^items\[\d+\]$/.test(field);
  if (unknown || field === "version") return words("import-newer");
  return words("import-value", faultyText(field), value);
}

function forget({ storage }: View): JSX.Element {
  return button("import-forget", () => storage.removeItem(IMPORT_KEY));
}

/** What is in the code, what it changes, and the question whether to take it. */
function preview(view: View, routine: Routine): JSX.Element[] {
  const { storage, routines } = view;
  const taking = (take: typeof takeRoutine) => (): void => {
    take(storage, routine);
    storage.removeItem(IMPORT_KEY);
    writeDefaults(storage);
  };
  return [
    <Text bold>{words("import-preview", routine.name)}</Text>,
    ...changeRows(view, routine, [words("import-stays")]),
    button("import-take", taking(takeRoutine)),
    ...(hasRoom(routines)
      ? [button("import-add", taking(addRoutine))]
      : [<Text>{words("routines-full", MAX_ROUTINES)}</Text>]),
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
