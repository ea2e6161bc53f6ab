import { JOBS, SEED, runCommand, text, wholeNumber } from "../options";

const OPTIONS = {
  runs: wholeNumber("lives within which each has to be found", 300),
  seed: SEED,
  jobs: JOBS,
  only: text("TEXT", "only mutations with this in their name"),
};

// What lives the stories is loaded when they are to be lived.
void runCommand("mutations", OPTIONS, async (values) =>
  (await import("./run")).runMutations(values),
);
