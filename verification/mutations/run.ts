import { readFileSync } from "node:fs";
import { openPackage } from "fitbit-simulator";
import { freshBuild } from "../../tools/build/fresh-build";
import { outcomeOf } from "../faults/outcome";
import { storyOf } from "../faults/story";
import { liveInWorkers } from "../faults/workers";
import { STEPS } from "../options";
import { MUTATIONS } from "./list";
import { mutatedText, withMutation } from "./mutated-package";

/** Which mutations are tried, and how many lives each gets. */
export interface MutationRun {
  /** Lives within which each has to be found. */
  runs: number;
  seed: number;
  /** Processes side by side. */
  jobs: number;
  /** Only mutations with this in their name; all when left out. */
  only: string | undefined;
}

/** Exit codes: every mutation was found; one was not. */
const FOUND = 0;
const NOT_FOUND = 1;

/** Tries each mutation, prints what found it, and gives the exit code. */
export async function runMutations({
  runs,
  seed,
  jobs,
  only,
}: MutationRun): Promise<number> {
  const chosen = MUTATIONS.filter(({ name }) => name.includes(only ?? ""));
  // A mutation without its place in the code fails before anything is built.
  chosen.forEach(mutatedText);
  const sound = openPackage(new Uint8Array(readFileSync(freshBuild())));
  let missed = 0;
  for (const mutation of chosen) {
    const { violated } = await withMutation(mutation, (packageFile) =>
      liveInWorkers({ packageFile, seed, steps: STEPS, runs, jobs }),
    );
    console.log(mutation.name);
    if (!violated) {
      missed++;
      console.log(`    not found in ${runs} lives`);
      continue;
    }
    const { life, outcome } = violated;
    // A rule that the sound package breaks as well proves nothing.
    const { violation } = await outcomeOf(sound, storyOf(seed, life, STEPS));
    if (violation) {
      throw new Error(`life ${life + 1} of the sound package: ${violation}`);
    }
    console.log(`    life ${life + 1}: ${outcome.violation}`);
  }
  console.log(`${chosen.length - missed} of ${chosen.length} found`);
  return missed ? NOT_FOUND : FOUND;
}
