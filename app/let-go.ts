import { load } from "./platform/chunks";
import { attempt } from "./platform/failures";
import type { Measured } from "./session/record";
import { Session } from "./session/session";
import { Runner, state } from "./state";
import { hold } from "./storage/outbox";

// Loaded only when the part that runs sessions is let go of. That may come empty when
// it is asked for again: the next one is a copy, which the build makes.

/** Ms from the end of a session after which no pulse of it is left. */
const FELT = 2500;

/** Copies of the part; the last one stays. */
const COPIES = 2;

/** Loads the part that runs sessions, when the one before was let go of. */
function nextRunner(): Promise<{ part: Runner | undefined }> {
  return state.letGo < COPIES
    ? import("./session-runner-2")
    : import("./session-runner-3");
}

/** Lets go of the part that runs sessions, if there is another copy. */
function letGoOfRunner(): void {
  const { runner } = state;
  if (!runner || state.session || state.letGo >= COPIES) return;
  state.letGo++;
  state.runner = undefined;
  state.nextRunner = nextRunner;
  runner.release();
}

/**
 * Ends a session without the part that ran it: there is no room for both. Its journal
 * is on file until it is stored: without room even so, the next launch does it.
 */
export function endApart(session: Session, measured: Measured): void {
  letGoOfRunner();
  load(import("./session-end"), (end) =>
    end.sessionOver(session, measured, false),
  );
}

function askNow(id: string, ask: number): void {
  letGoOfRunner();
  // The next session has begun: this one goes to the phone as it is.
  if (state.session) return hold("");
  load(import("./coach"), (coach) => coach.askAfter(id, ask));
}

/**
 * Asks after the session of this id, once its last pulse was felt. `ask` is how much,
 * 1 for the back alone.
 */
export function askAfter(id: string, ask: number): void {
  setTimeout(() => attempt(null, () => askNow(id, ask), undefined), FELT);
}
