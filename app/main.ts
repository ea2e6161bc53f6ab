import { act, receiveRoutine, startDemo } from "./actions";
import { leaving } from "./leaving";
import { load, missed, onMissing } from "./platform/chunks";
import * as display from "./platform/display";
import { attempt } from "./platform/failures";
import { News } from "./platform/link";
import * as link from "./platform/link";
import { onShortage } from "./platform/memory";
import { importRunner } from "./runners";
import { missing, refresh } from "./screen";
import { S, Status } from "./session/session";
import { state } from "./state";
import { isCoached } from "./storage/coached";
import { exists } from "./storage/files";
import { SessionFile } from "./storage/journal-file";
import * as outbox from "./storage/outbox";
import * as routines from "./storage/routines";
import { listen, prepareView } from "./ui/buttons";
import { forget } from "./ui/view";

// Builds the parts of the watch app and owns its life.

function damaged(): void {
  state.notice = "notice-damaged";
}

/** Does what the phone's news ask for; `id` is that of a stored session. */
function hear(news: News, id: string): void {
  if (news === News.Routine) {
    // A session needs the memory that this takes; what came lies until it is over.
    if (!state.session && !state.summary) receiveRoutine(false);
  } else if (news === News.Acknowledged) outbox.acknowledged(id);
  else if (news === News.Demo) startDemo();
  else if (news === News.Connected) outbox.resendAll();
  else if (news === News.Damaged) damaged();
  else {
    outbox.sendWaiting(false);
    refresh();
  }
}

/** The display went on or off: the next wake-up may be another. */
function displayChanged(lit: boolean): void {
  state.lit = lit;
  if (state.session) state.runner!.wake(false);
  else refresh();
}

/**
 * Starts everything. A session that was cut off comes before all else. What runs
 * only here stands in function expressions: the watch can let go of their code.
 */
export function launch(): void {
  listen(act, leaving);
  onMissing(missing);
  onShortage(forget);
  try {
    if (routines.load()) damaged();
  } catch (error) {
    state.error = String(error);
  }
  const begin = exists(SessionFile.Plan)
    ? (ready: () => void) => {
        import("./recovery")
          // The part is gone before the next one comes.
          .then(({ part }) => part!())
          .then(({ damaged: bad, session }) => {
            if (bad) damaged();
            if (!session) return;
            return importRunner().then(({ part: runner }) => {
              state.runner = runner;
              if (session[S.Status] !== Status.Finished) {
                state.offered = session;
              } else runner!.keepSession(session, [-1, -1, -1], false);
            });
          })
          .catch(missed)
          .catch((error) => (state.error = String(error)))
          .then(ready);
      }
    : (ready: () => void) => ready();
  begin(() => {
    // What comes from the phone may open another view, which listens for itself.
    attempt(null, prepareView, false);
    attempt(
      null,
      () => {
        display.listen(displayChanged);
        link.listen(hear);
        if (outbox.repair()) damaged();
        hear(News.Connected, "");
      },
      undefined,
    );
    refresh();
    if (isCoached()) load(import("./home-line"), ({ part }) => part!());
  });
}
