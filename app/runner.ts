import { load } from "./platform/chunks";
import { Runner, state } from "./state";

// The part that runs sessions is let go of where there are questions after one: a
// watch has no room for both. It may give what it loaded before, which is empty then,
// so the next session takes a copy. The last copy stays.

const COPIES = 3;

let loaded = 0;

/** Loads a copy that was not there before. */
export function importRunner(): Promise<{ part: Runner | undefined }> {
  const before = loaded++;
  return before
    ? import("./again").then((again) => again.runnerCopy(before))
    : import("./session-runner");
}

/** The part from a copy, unless another one is there by now. */
export function take(copy: { part: Runner | undefined }): Runner {
  return (state.runner = state.runner || copy.part!);
}

/** Does something with the part that runs sessions, once it is there. */
export function withRunner(use: (runner: Runner) => void): void {
  if (state.runner) use(state.runner);
  else load(importRunner(), (copy) => use(take(copy)));
}

/** Lets go of it, if no session needs it and there is another copy. */
export function letGoOfRunner(): void {
  const { runner } = state;
  if (!runner || state.session || state.offered || loaded >= COPIES) return;
  runner.release();
  state.runner = undefined;
}
