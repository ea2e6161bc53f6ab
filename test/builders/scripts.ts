import fc from "fast-check";
import type { Command } from "../../verification/faults/names";

/** What a runner does: waits so many quarter seconds, then asks for this. */
export type Script = Array<readonly [ticks: number, command: Command]>;

export const COMMANDS: ReadonlyArray<Command> = [
  "start",
  "pause",
  "resume",
  "skip",
  "restart",
  "previous",
  "more-rest",
  "end",
];

/** Any commands at any time, after a start; ending is rare. */
export const anyScript: fc.Arbitrary<Script> = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 160 })),
      fc.oneof(
        { arbitrary: fc.constantFrom(...COMMANDS.slice(0, -1)), weight: 30 },
        { arbitrary: fc.constant<Command>("end"), weight: 1 },
      ),
    ),
    { maxLength: 30, size: "max" },
  )
  .map((script) => [[0, "start"], ...script]);
