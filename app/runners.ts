import { load } from "./platform/chunks";
import type { Measured } from "./session/record";
import { Session } from "./session/session";
import { Runner, state } from "./state";

// The part that runs sessions is loaded with the first one. Where what follows has no
// room beside it, it is let go of. It may come empty when it is asked for again: then
// the next one is a copy, which the build makes.

/** Copies of the part; the last one stays. */
const COPIES = 2;

/** Loads the part that runs sessions. */
export function importRunner(): Promise<{ part: Runner | undefined }> {
  return state.nextRunner ? state.nextRunner() : import("./session-runner");
}

/** Does something with the part that runs sessions, once it is there. */
export function withRunner(use: (runner: Runner) => void): void {
  if (state.runner) return use(state.runner);
  load(importRunner(), ({ part }) =>
    use((state.runner = state.runner || part!)),
  );
}

/** Lets go of the part that runs sessions, if there is another copy. */
export function letGoOfRunner(): void {
  const { runner } = state;
  if (!runner || state.session || state.letGo >= COPIES) return;
  state.letGo++;
  state.runner = undefined;
  runner.release();
  load(import("./copies"), ({ nextRunner }) => {
    state.nextRunner = nextRunner;
  });
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
