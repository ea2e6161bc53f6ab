import { Change } from "../coach/state";
import { readChanges } from "../coach/stored";
import { fromJson } from "../json";
import { KeyValueStore } from "../key-value-store";
import { History } from "./history";
import { linesOf, linesUnder, monthOf } from "./months";

/** Begins the key of a month of the coach's changes, as in "d-2026-03". */
const CHANGES = "d-";

/**
 * Stores what the coach changed, for ever; what is there already, as after a
 * death, is not stored twice. Suggestions that wait are no changes yet.
 * @throws When there is no room.
 */
export function addChanges(
  store: KeyValueStore,
  history: Pick<History, "writeOther">,
  changes: ReadonlyArray<Change>,
): void {
  changes
    .filter(({ waits }) => !waits)
    .forEach((change) => {
      const key = monthOf(change.at, CHANGES);
      const text = store.getItem(key) || "";
      const line = JSON.stringify(change);
      if (linesOf(text).indexOf(line) < 0)
        history.writeOther(key, text + "\n" + line);
    });
}

/** Every change that is stored, oldest first; what cannot be read is left out. */
export function allChanges(store: KeyValueStore): Change[] {
  const lines = linesUnder(store, CHANGES).map(fromJson);
  return readChanges(lines).sort((a, b) => a.at - b.at);
}
