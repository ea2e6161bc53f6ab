import { act, startDemo, swipeBack } from "./actions";
import * as display from "./platform/display";
import { attempt } from "./platform/failures";
import * as link from "./platform/link";
import { onShortage } from "./platform/memory";
import { receiveRoutine } from "./routine-receiver";
import { refresh, state } from "./screen-state";
import { keepRecord, sessionFinished } from "./session-end";
import * as sessionRunner from "./session-runner";
import { ports } from "./session-start";
import { hasPlan } from "./storage/journal-file";
import * as outbox from "./storage/outbox";
import * as routines from "./storage/routines";
import * as screen from "./ui/screen";
import { forget } from "./ui/view";

// Builds the parts of the watch app and owns its life.

function damaged(): void {
  state.notice = "notice-damaged";
}

function connected(): void {
  outbox.resendAll(routines.routineInUse()[1]);
}

function drained(): void {
  outbox.sendWaiting(routines.routineInUse()[1], false);
  refresh();
}

/** Begins to hear from the display and from the phone. */
function connect(): void {
  display.listen(sessionRunner.displayChanged);
  link.listen({
    routine: receiveRoutine,
    acknowledged: outbox.acknowledged,
    demo: startDemo,
    connected,
    drained,
    damaged,
  });
  if (outbox.repair()) damaged();
  connected();
}

function ready(): void {
  // What comes from the phone may open another view, which listens for itself.
  attempt(null, screen.listenToView, undefined);
  attempt(null, connect, undefined);
  refresh();
}

/** Brings back the session that was cut off; without one that can be read, goes on. */
function recover(): void {
  import("./storage/recovery")
    .then((recovery) => {
      const found = recovery.recover(ports);
      state.offered = found.offered;
      if (found.finished) keepRecord(found.finished);
      if (found.damaged) damaged();
    })
    .catch((error) => (state.error = String(error)))
    .then(ready);
}

/** Starts everything. A session that was cut off comes before all else. */
export function launch(): void {
  sessionRunner.listen({ changed: refresh, finished: sessionFinished });
  screen.listen(act, swipeBack);
  onShortage(forget);
  try {
    if (routines.load()) damaged();
  } catch (error) {
    state.error = String(error);
  }
  if (hasPlan()) recover();
  else ready();
}
