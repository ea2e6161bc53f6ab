import type * as CheckIn from "./check-in";
import type * as CheckOut from "./check-out";
import { load } from "./platform/chunks";
import { missing } from "./screen";
import { Asking, Start, state } from "./state";

// Loaded only on a watch that has the coach's file. It opens the parts that ask, and
// makes room for them: there is none for any of them beside a session. What is let go
// of may come empty when it is asked for again, so the next time it is a copy, as long
// as there is one. Without, the runner is asked to open the app anew.

let ins = 0;
let outs = 0;

function importCheckIn(): Promise<typeof CheckIn> {
  ins++;
  return ins < 2
    ? import("./check-in")
    : ins < 3
      ? import("./check-in-2")
      : import("./check-in-3");
}

function importCheckOut(): Promise<typeof CheckOut> {
  outs++;
  return outs < 2
    ? import("./check-out")
    : outs < 3
      ? import("./check-out-2")
      : import("./check-out-3");
}

/** Opens a part that asks, if it is not one that was let go of. */
function opened<Begin>(part: Asking<Begin> | undefined): Begin | undefined {
  // A second tap came before the first had loaded it.
  if (state.asking) return undefined;
  state.asking = part;
  if (!part) missing();
  return part && part.begin;
}

/** Asks what is to be asked before a session, and starts the one that it leads to. */
export function askBefore(start: Start): void {
  load(importCheckIn(), ({ part }) => {
    const begin = opened(part);
    if (begin) begin(start);
  });
}

/** Asks after the session of this id; `ask` is how much, 1 for the back alone. */
export function askAfter(id: string, ask: number): void {
  load(importCheckOut(), ({ part }) => {
    const begin = opened(part);
    if (begin) begin(id, ask);
  });
}
