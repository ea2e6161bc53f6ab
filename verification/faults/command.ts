import {
  JOBS,
  PACKAGE,
  SEED,
  STEPS,
  runCommand,
  text,
  wholeNumber,
} from "../options";

const OPTIONS = {
  runs: wholeNumber("lives", 300),
  seed: SEED,
  steps: wholeNumber("most steps of a life", STEPS),
  jobs: JOBS,
  package: PACKAGE,
  story: text("JSON", "live this one story, as a violation prints it"),
};

// What lives the stories is loaded when they are to be lived.
void runCommand("faults", OPTIONS, async (values) =>
  (await import("./run")).runFaults(values),
);
