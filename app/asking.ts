import { load } from "./platform/chunks";
import { attempt } from "./platform/failures";
import { letGoOfRunner } from "./runner";
import { missing } from "./screen";
import { Asking, Start, state } from "./state";
import { letGo } from "./storage/outbox";

// The parts that ask are let go of once they have asked. A watch may give what it
// loaded before, which is empty then: so the next time it is a copy. When there is
// none left, the runner is asked to open the app anew.

let before = 0;
let after = 0;

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
  load(before++ ? import("./check-in-2") : import("./check-in"), ({ part }) => {
    const begin = opened(part);
    if (begin) begin(start);
  });
}

/** Ms from the end of a session after which no pulse of it is left. */
const FELT = 2500;

/**
 * Asks after the session of this id, once its last pulse was felt, and lets go of what
 * ran it, unless the next one has begun. `ask` is how much, 1 for the back alone.
 */
export function askAfter(id: string, ask: number): void {
  const left = (): void => {
    letGoOfRunner();
    if (state.session) return letGo();
    const again = after++;
    load(
      again
        ? import("./again").then((copies) => copies.checkOutCopy(again))
        : import("./check-out"),
      ({ part }) => {
        const begin = opened(part);
        if (begin) begin(id, ask);
      },
    );
  };
  // A function of the part that runs sessions would keep it.
  setTimeout(() => attempt(null, left, undefined), FELT);
}
