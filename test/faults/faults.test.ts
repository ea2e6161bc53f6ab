import fc from "fast-check";
import { builtPackage } from "../support/host";
import { live } from "./live";
import { anyStory } from "./story";

/** Lives a seed; three seeds make the 300 lives that every test run tries. */
const LIVES = 100;

describe("whatever happens to watch and phone, no rule is broken", () => {
  test.each([1, 2, 3])(
    "in the lives of seed %i",
    async (seed) => {
      for (const story of fc.sample(anyStory, { numRuns: LIVES, seed })) {
        const { violation } = await live(builtPackage(), story);
        if (violation) expect({ violation, story }).toEqual("every rule kept");
      }
    },
    60_000,
  );
});
