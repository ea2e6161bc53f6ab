import { fieldsOf, wholeOr } from "../json";
import { AddResult } from "./history";

/**
 * What became of the lines of an export that was taken in; "bad" when it is
 * none, or not all of one.
 */
export type RestoreAnswer =
  "bad" | ({ readonly [result in AddResult]: number } & { unusable: number });

/** Reads a stored answer; undefined for anything else. */
export function readRestoreAnswer(value: unknown): RestoreAnswer | undefined {
  if (value === "bad") return "bad";
  const { stored, known, deleted, full, unusable } = fieldsOf(value);
  return stored === undefined
    ? undefined
    : {
        stored: wholeOr(stored, 0),
        known: wholeOr(known, 0),
        deleted: wholeOr(deleted, 0),
        full: wholeOr(full, 0),
        unusable: wholeOr(unusable, 0),
      };
}
