import { SessionRecord } from "../../common/record";
import { HistoryEntry } from "../../phone/history/entry";

/** A session as the history keeps it. */
export function sessionEntry(record: SessionRecord): HistoryEntry {
  return { kind: "session", record };
}

/** Sessions that a full watch had to merge, as the history keeps them. */
export const MERGED: HistoryEntry = {
  kind: "merged",
  merged: {
    id: "t9zzzz-0000",
    firstStart: 1772434800,
    lastStart: 1772734800,
    sessions: 3,
    activeSeconds: 3000.5,
    sets: 30,
    reps: 200,
    holdSeconds: 900,
  },
};
