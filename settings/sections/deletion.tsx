import { HistoryEntry, entryId } from "../../phone/history/entry";
import { CHANGE_KEY, DELETE_KEY } from "../../phone/settings/keys";
import { button } from "../parts";
import { View } from "../view";
import { words } from "../words";

/** The value of `delete` while the page shows what can be deleted. */
const CHOOSE = "choose";

/** Whether each shown session has a button that deletes it. */
export function isChoosing({ storage }: View): boolean {
  return storage.getItem(DELETE_KEY) === CHOOSE;
}

/** What asks about one session; `name` tells which it is. */
export function deleteButton(
  { storage }: View,
  entry: HistoryEntry,
  name: string,
): JSX.Element {
  const ask = () => storage.setItem(DELETE_KEY, entryId(entry));
  return button("delete-one", ask, name);
}

/** The question about one of the shown sessions, or how to come to it. */
export function deletion(
  view: View,
  shown: ReadonlyArray<HistoryEntry>,
  nameOf: (entry: HistoryEntry) => string,
): JSX.Element[] {
  const { storage } = view;
  const close = () => storage.removeItem(DELETE_KEY);
  if (isChoosing(view)) return [button("delete-close", close)];
  const id = storage.getItem(DELETE_KEY);
  const [asked] = shown.filter((entry) => entryId(entry) === id);
  if (asked) {
    const remove = () => {
      storage.setItem(CHANGE_KEY, "delete " + id);
      close();
    };
    return [
      <Text bold>{words("delete-ask", nameOf(asked))}</Text>,
      button("delete-yes", remove),
      button("delete-no", close),
    ];
  }
  const choose = () => storage.setItem(DELETE_KEY, CHOOSE);
  return shown.length ? [button("delete-choose", choose)] : [];
}

/** A button for each deletion that can be taken back. */
export function undoButtons(
  { storage, summary }: View,
  nameOf: (entry: HistoryEntry) => string,
): JSX.Element[] {
  const undo = (entry: HistoryEntry) => () =>
    storage.setItem(CHANGE_KEY, "undo " + entryId(entry));
  const buttons = summary.deleted.map((entry) =>
    button("delete-undo", undo(entry), nameOf(entry)),
  );
  if (!buttons.length) return [];
  return [<Text>{words("delete-help")}</Text>, ...buttons];
}
