import { writeDefaults } from "../../phone/settings/defaults";
import { canUndo, undo } from "../../phone/settings/undo";
import { View } from "../view";
import { words } from "../words";

/** One tap that brings the routine back as it was; nothing where none was replaced. */
export function undoRows({ storage }: View): JSX.Element[] {
  if (!canUndo(storage)) return [];
  return [
    <Button
      list
      label={words("undo")}
      onClick={() => {
        undo(storage);
        writeDefaults(storage);
      }}
    />,
  ];
}
