import { Runner, state } from "./state";

// Loaded only when the part that runs sessions is let go of.

/** Loads the part that runs sessions, when the one before was let go of. */
export function nextRunner(): Promise<{ part: Runner | undefined }> {
  return state.letGo < 2
    ? import("./session-runner-2")
    : import("./session-runner-3");
}
