import { load } from "./platform/chunks";
import { Runner, state } from "./state";

// The part that runs sessions is loaded with the first one. Where what follows has no
// room beside it, it is let go of; see let-go.ts.

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
