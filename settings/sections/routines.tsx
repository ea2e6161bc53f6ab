import { defaultRoutine } from "../../common/default-routine";
import { KeyValueStore } from "../../phone/key-value-store";
import { writeDefaults } from "../../phone/settings/defaults";
import {
  chooseRoutine,
  copyRoutine,
  deleteRoutine,
  hasRoom,
  undoDelete,
} from "../../phone/settings/routine-list";
import {
  MAX_ROUTINES,
  StoredRoutine,
  nameIn,
} from "../../phone/settings/routines";
import { takeRoutine } from "../../phone/settings/writer";
import { fold } from "../folds";
import { button } from "../parts";
import { View } from "../view";
import { words } from "../words";

/** The routines that are not on the watch. */
function others({ routines }: View): StoredRoutine[] {
  return routines.list.filter(({ id }) => id !== routines.now);
}

/** A change of the settings, after which every switch stands at what is in force. */
function changing(
  storage: LiveStorage,
  change: (settings: KeyValueStore) => void,
): () => void {
  return () => {
    change(storage);
    writeDefaults(storage);
  };
}

/** Name, copies, deletions, and back to the routine that the app came with. */
function editRows(view: View): JSX.Element[] {
  const { settings, storage, routines } = view;
  const { deleted } = routines;
  const reset = (store: KeyValueStore): void =>
    takeRoutine(store, defaultRoutine());
  const room = hasRoom(routines);
  return [
    <TextInput
      label={words("name")}
      value={settings.name}
      useSimpleValue
      onChange={(name) => storage.setItem("name", name)}
    />,
    room ? (
      button("routine-copy", changing(storage, copyRoutine))
    ) : (
      <Text>{words("routines-full", MAX_ROUTINES)}</Text>
    ),
    ...others(view).map(({ id, values }) =>
      button("delete-one", () => deleteRoutine(storage, id), nameIn(values)),
    ),
    ...(deleted && room
      ? [
          button(
            "delete-undo",
            () => undoDelete(storage),
            nameIn(deleted.routine.values),
          ),
        ]
      : []),
    button("reset", changing(storage, reset)),
  ];
}

/** One tap for each other routine that puts it on the watch; the rest on demand. */
export function routinesRows(view: View): JSX.Element[] {
  const { storage } = view;
  return [
    ...others(view).map(({ id, values }) =>
      button(
        "routine-choose",
        changing(storage, (settings) => chooseRoutine(settings, id)),
        nameIn(values),
      ),
    ),
    ...fold(storage, "routines", words("routines"), () => editRows(view)),
  ];
}
