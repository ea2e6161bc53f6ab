import { SEED, runCommand, texts, wholeNumber } from "../options";

const OPTIONS = {
  runs: wholeNumber("inputs for each target", 20_000),
  seed: SEED,
  target: texts("NAME", "only this target; can be given more than once"),
};

// The targets are loaded when they are to be fed.
void runCommand("fuzz", OPTIONS, async (values) =>
  (await import("./run")).runFuzz(values),
);
