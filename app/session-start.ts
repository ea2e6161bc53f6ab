import { sessionId } from "../common/record";
import { rebuildRoutine } from "../common/wire/packed-routine";
import { steadyTime } from "./platform/exercise-log";
import { state } from "./screen-state";
import * as sessionRunner from "./session-runner";
import { Ports, startSession } from "./session/session";
import { forToday } from "./storage/exclusions";
import {
  StoredPlan,
  planOf,
  storePlan,
  writeEntry,
} from "./storage/journal-file";
import { releaseJournal } from "./storage/outbox";
import { routineInUse } from "./storage/routines";

/** What every session needs of the watch: its journal's file and a steady clock. */
export const ports: Ports = {
  steady: steadyTime,
  append: (bytes, place) => {
    try {
      writeEntry(bytes, place);
      return true;
    } catch {
      state.notice = "notice-full";
      return false;
    }
  },
};

/** Starts a session of today's routine, unless one runs already. */
export function start(): void {
  if (sessionRunner.currentSession()) return;
  const now = new Date();
  const seconds = Math.floor(now.getTime() / 1000);
  const stored: StoredPlan = [
    sessionId(seconds, Math.random()),
    seconds,
    -now.getTimezoneOffset(),
    forToday(routineInUse()),
  ];
  state.notice = storePlan(stored) ? "" : "notice-full";
  // A late acknowledgement of the session before must not take this one's files.
  releaseJournal();
  const plan = planOf(stored, rebuildRoutine(stored[3]));
  sessionRunner.begin(startSession(plan, ports, now.getTime()));
}
