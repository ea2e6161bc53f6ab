import type * as CheckIn from "./check-in";
import type * as CheckOut from "./check-out";
import type * as SessionRunner from "./session-runner";

// Copies of the parts that are let go of, for a launch that needs one again. They
// stand here, and not beside the first, since most launches never do.

/** The part that runs sessions, where so many of it were loaded before. */
export function runnerCopy(before: number): Promise<typeof SessionRunner> {
  return before < 2
    ? import("./session-runner-2")
    : import("./session-runner-3");
}

/** The part that asks before a session. */
export function checkInCopy(before: number): Promise<typeof CheckIn> {
  return before < 2 ? import("./check-in-2") : import("./check-in-3");
}

/** The part that asks after a session. */
export function checkOutCopy(before: number): Promise<typeof CheckOut> {
  return before < 2 ? import("./check-out-2") : import("./check-out-3");
}
