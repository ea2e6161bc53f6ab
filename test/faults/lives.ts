import { builtPackage } from "../support/host";
import { outcomeOf } from "../../verification/faults/outcome";
import { storyOf } from "../../verification/faults/story";

/** Four seeds in two files, side by side, make 300 lives a test run. */
const LIVES = 75;
/** Shorter lives than the command's: what breaks shows in a few steps. */
const STEPS = 16;

/** Lives the stories of a seed; fails with the first that breaks a rule. */
export async function expectKept(seed: number): Promise<void> {
  for (let life = 0; life < LIVES; life++) {
    const story = storyOf(seed, life, STEPS);
    const { violation } = await outcomeOf(builtPackage(), story);
    if (violation) expect({ violation, story }).toEqual("every rule kept");
  }
}
