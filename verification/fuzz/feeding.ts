import fc from "fast-check";
import type { Target } from "./targets";

/** What came of feeding a target. */
export interface Feeding {
  inputs: number;
  accepted: number;
  refused: number;
  /** What broke, and the smallest input that was found to do it. */
  broke: { why: string; input: string } | undefined;
}

/** An input as a line of code for a test; a long one is cut off. */
function lineOf(input: unknown): string {
  const text = fc.stringify(input);
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length})` : text;
}

/**
 * Feeds a target inputs that are made from a seed. An input that breaks it is
 * made as small as possible.
 * @param feed calls the target's own, and may measure it
 */
export function fuzz(
  target: Target,
  runs: number,
  seed: number,
  feed: (input: unknown) => boolean = (input) => target.feed(input),
): Feeding {
  const outcome: Feeding = {
    inputs: 0,
    accepted: 0,
    refused: 0,
    broke: undefined,
  };
  const property = fc.property(target.inputs, (input) => {
    outcome.inputs += 1;
    if (feed(input)) outcome.accepted += 1;
    else outcome.refused += 1;
  });
  const result = fc.check(property, { numRuns: runs, seed });
  if (!result.failed) return outcome;
  const error = result.errorInstance;
  const why = error instanceof Error ? (error.stack ?? error.message) : error;
  const input = lineOf(result.counterexample?.[0]);
  return { ...outcome, broke: { why: String(why), input } };
}
