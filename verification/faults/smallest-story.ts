import fc from "fast-check";
import type { FitbitPackage } from "fitbit-simulator";
import { outcomeOf } from "./outcome";
import { type Story, anyStory, drawParameters } from "./story";

/** The search for a smaller story ends after so many ms. */
const SEARCH_MS = 120_000;

/**
 * The smallest story found that breaks a rule as the given life of a run did;
 * undefined when that life breaks none when it is lived again.
 */
export async function smallestStory(
  pkg: FitbitPackage,
  { seed, life, steps }: { seed: number; life: number; steps: number },
): Promise<Story | undefined> {
  const property = fc.asyncProperty(
    anyStory(steps),
    async (story) => (await outcomeOf(pkg, story)).violation === undefined,
  );
  const result = await fc.check(property, {
    ...drawParameters(seed, life),
    interruptAfterTimeLimit: SEARCH_MS,
  });
  return result.counterexample?.[0];
}
