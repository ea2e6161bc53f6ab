import { readFileSync } from "node:fs";
import { openPackage } from "fitbit-simulator";
import { freshBuild } from "../../tools/build/fresh-build";
import { outcomeOf } from "../faults/outcome";
import { STEPS, storyOf } from "../faults/story";
import { liveInWorkers } from "../faults/workers";
import { JOBS, SEED, runCommand, text, wholeNumber } from "../options";
import { MUTATIONS } from "./list";
import { mutatedText, withMutation } from "./mutated-package";

const OPTIONS = {
  runs: wholeNumber("lives within which each has to be found", 300),
  seed: SEED,
  jobs: JOBS,
  only: text("TEXT", "only mutations with this in their name"),
};

/** Exit codes: every mutation was found; one was not. */
const FOUND = 0;
const NOT_FOUND = 1;

void runCommand("mutations", OPTIONS, async ({ runs, seed, jobs, only }) => {
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
});
