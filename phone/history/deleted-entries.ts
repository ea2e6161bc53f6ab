import { fieldsOf, wholeOr } from "../json";
import { KeyValueStore, storedJson } from "../key-value-store";

/** Its value is what was deleted lately. */
const DELETED = "deleted";
/** How many can be undone. */
const MOST = 10;
/** For so many seconds a deletion can be undone: a week. */
const UNDO_SECONDS = 7 * 86400;

/** An entry that was deleted and can be taken back. */
export interface DeletedEntry {
  /** The packed entry. */
  line: string;
  /** When it was deleted: seconds since 1970 by the phone's clock. */
  at: number;
}

/**
 * What can be undone at a moment (seconds since 1970), the newest deletion
 * first. A deletion that seems to lie ahead counts as one of now.
 */
export function deletedIn(store: KeyValueStore, now: number): DeletedEntry[] {
  const stored = storedJson(store, DELETED);
  const list: unknown[] = Array.isArray(stored) ? stored : [];
  return list
    .map((one) => {
      const { line, at } = fieldsOf(one);
      return { line: String(line), at: wholeOr(at, 0) };
    })
    .filter(({ at }) => now - at < UNDO_SECONDS);
}

/** The value that stores the list, at most the newest ten. */
export function deletedText(list: ReadonlyArray<DeletedEntry>): string {
  return JSON.stringify(list.slice(0, MOST));
}

/**
 * Writes the list; without any entry its key goes.
 * @throws When there is no room.
 */
export function writeDeleted(
  store: KeyValueStore,
  list: ReadonlyArray<DeletedEntry>,
): void {
  if (list.length) store.setItem(DELETED, deletedText(list));
  else store.removeItem(DELETED);
}
