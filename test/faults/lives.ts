import { builtPackage } from "../support/host";
import { outcomeOf } from "../../verification/faults/outcome";
import { storyOf } from "../../verification/faults/story";

/** Two files with two seeds each run side by side: 32 lives in a test run. */
const LIVES = 8;
/** Fewer than the command's: most faults show in a few steps. */
const STEPS = 16;

/** Lives the stories of a seed; fails with the first that breaks a rule. */
export async function expectRulesKept(seed: number): Promise<void> {
  for (let life = 0; life < LIVES; life++) {
    const story = storyOf(seed, life, STEPS);
    const { violation } = await outcomeOf(builtPackage(), story);
    if (violation) expect({ violation, story }).toEqual("every rule kept");
  }
}
