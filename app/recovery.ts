import { ports } from "./ports";
import { Recovered, recover } from "./storage/recovery";

// Loaded only when there is a plan on file, and let go of at once.
/* eslint import-x/no-mutable-exports: off -- what is exported is let go of */

function once(): Recovered {
  part = undefined;
  return recover(ports);
}

/** Looks for a session that was cut off; undefined once it did. */
export let part: (() => Recovered) | undefined = once;
