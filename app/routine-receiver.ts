import { ROUTINE_FILE } from "../common/wire/link-files";
import { refresh, state } from "./screen-state";
import { currentSession } from "./session-runner";
import { remove } from "./storage/files";
import * as outbox from "./storage/outbox";
import { routineInUse, store } from "./storage/routines";

/**
 * Checks a routine that the phone sent, stores it for the next session, and
 * tells the phone which one the watch has now. Home says what came of it.
 */
export function receiveRoutine(packed: unknown): void {
  void import("./storage/routine-check").then(({ checkRoutine }) => {
    const checked = checkRoutine(packed);
    // The same content under another version and revision is not worth a notice.
    const held = String(routineInUse().slice(2));
    const differs = checked && String(checked.slice(2)) !== held;
    if (!checked) state.notice = "notice-refused";
    else if (!store(checked)) state.notice = "notice-full";
    else {
      const busy = currentSession() || state.offered;
      state.notice = busy && differs ? "notice-new" : "";
    }
    remove(ROUTINE_FILE);
    outbox.sendWaiting(routineInUse()[1], true);
    refresh();
  });
}
