import { type HistoryEntry, entryId } from "../../phone/history/entry";
import { entryLine } from "../../phone/history/export";
import { History } from "../../phone/history/history";
import type { SessionLine } from "../../phone/history/session-line";
import type { World } from "fitbit-simulator";
import { storeOf } from "../phone/memory-store";

/** Entries of the phone's history, oldest first; none without our companion. */
function entriesOf(world: World): HistoryEntry[] {
  const history = History.open(
    storeOf({ ...world.phone.localStorage.entries() }),
  );
  return history ? history.entries() : [];
}

/** Ids of the sessions that the phone has. */
export function storedIds(world: World): Set<string> {
  return new Set(entriesOf(world).map(entryId));
}

/** The sessions that the phone has stored since it had those of `before`. */
export function storedSince(world: World, before: Set<string>): SessionLine[] {
  return entriesOf(world)
    .filter((entry) => !before.has(entryId(entry)))
    .map(entryLine)
    .filter((line): line is SessionLine => "items" in line);
}
