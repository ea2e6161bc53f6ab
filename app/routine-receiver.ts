import { CoachFile } from "../common/wire/coach-files";
import { R } from "../common/wire/flat-routine";
import { LinkFile } from "../common/wire/link-files";
import { load } from "./platform/chunks";
import { refresh } from "./screen";
import { RoutineReceiver, state } from "./state";
import { exists, read, remove } from "./storage/files";
import { sendWaiting } from "./storage/outbox";
import { checkRoutine } from "./storage/routine-check";
import { routineInUse, store } from "./storage/routines";

// Loaded only when the phone sends a routine or the coach's file.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

/**
 * Checks what the phone sent, stores it for the next session, and tells the phone
 * which routine the watch has now. Home says what came of it; `waited` tells that
 * it came while a session ran.
 */
function receive(waited: boolean): void {
  if (exists(CoachFile.Coach)) {
    load(import("./coach-receiver"), (coach) => coach.receiveCoach());
  }
  // Of several that came at once, the last has taken the place of the others.
  if (!exists(LinkFile.Routine)) return;
  const held = routineInUse();
  const checked = checkRoutine(read(LinkFile.Routine));
  let differs = false;
  if (checked) {
    // The same content under another revision is not worth a notice.
    differs = checked.length !== held.length;
    for (let i = R.Name as number; i < held.length; i++) {
      if (checked[i] !== held[i]) differs = true;
    }
  }
  if (!checked) state.notice = "notice-refused";
  // An older one stays out: its phone does not know of the routine in use, or has
  // sent a newer one since. The built-in one, of revision 0, gives way to any.
  else if (checked[R.Revision]! > held[R.Revision]! || !held[R.Revision]) {
    if (!store(checked)) state.notice = "notice-full";
    else {
      state.notice = (waited || state.offered) && differs ? "notice-new" : "";
    }
  }
  remove(LinkFile.Routine);
  sendWaiting(true);
  refresh();
}

/** All of this part that others use; undefined once it was let go of. */
export let part: RoutineReceiver | undefined = {
  receive,
  release: () => (part = undefined),
};
